import { exec } from './exec.ts';

/** To the host, and between nodes: Docker makes the second a matter of forwarding, and refuses it by default. */
export const rulesFor = (bridge: string): readonly (readonly [chain: string, ...match: string[]])[] => [
  ['INPUT', '-i', bridge],
  ['FORWARD', '-i', bridge, '-o', bridge],
];

const rest = ['-m', 'comment', '--comment', 'oriel testbed', '-j', 'ACCEPT'];

/** Lets the bridge through where the host has a firewall at all: an empty one is left empty. */
export async function allowTraffic(bridge: string): Promise<void> {
  for (const [chain, ...match] of rulesFor(bridge)) {
    const rules = await list(chain);
    if (isOpen(rules, chain) || mentions(rules, match)) continue;
    await exec('iptables', ['-I', chain, ...match, ...rest]);
  }
}

export async function forgetTraffic(bridge: string): Promise<void> {
  for (const [chain, ...match] of rulesFor(bridge)) {
    if (mentions(await list(chain), match)) await exec('iptables', ['-D', chain, ...match, ...rest]);
  }
}

/** Without iptables (or with rules made past it) there is nothing to be done here: the README says what to allow. */
const list = (chain: string): Promise<string> => exec('iptables', ['-S', chain]).catch(() => '');

export const isOpen = (rules: string, chain: string): boolean => ['', `-P ${chain} ACCEPT`].includes(rules.trim());

export const mentions = (rules: string, match: readonly string[]): boolean => rules.includes(` ${match.join(' ')} `);
