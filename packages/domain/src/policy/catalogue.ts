// What a policy can decide, as plain data: pages show it without carrying the code that checks values (settings.ts).

interface Words {
  readonly title: string;
  /** What it does, in a sentence. */
  readonly hint: string;
}

interface SwitchSpec extends Words {
  readonly kind: 'switch';
  /** Where nobody said anything. */
  readonly builtIn: boolean;
}

/** A whole number between bounds, each with its reason. */
interface NumberSpec extends Words {
  readonly kind: 'number';
  readonly builtIn: number;
  /** Shown behind the number. */
  readonly unit: string;
  readonly least: number;
  readonly most: number;
  readonly whyLeast: string;
  readonly whyMost: string;
}

/** In the order in which pages show them. Keys are stored: a key is never reused for another meaning. */
export const catalogue = {
  'monitoring.enabled': {
    kind: 'switch',
    builtIn: false as boolean,
    title: 'Monitoring',
    hint: 'Agents scrape nodes, pods and objects, and send samples to the seed.',
  },
  'logging.enabled': {
    kind: 'switch',
    builtIn: false as boolean,
    title: 'Logging',
    hint: 'An agent on each node reads every container and sends its lines to the seed.',
  },
  'metrics.scrapeInterval': {
    kind: 'number',
    builtIn: 60 as number,
    title: 'Scrape interval',
    hint: 'Time between two samples of a series. Halving it doubles what is stored.',
    unit: 's',
    least: 15,
    most: 300,
    whyLeast: 'At least 15 s: more often costs more than it shows.',
    whyMost: 'At most 300 s: graphs and alerts look back five minutes.',
  },
  'logs.keepDebug': {
    kind: 'switch',
    builtIn: false as boolean,
    title: 'Keep debug lines',
    hint: 'Off: lines of the levels debug and trace are dropped at the agent.',
  },
  'agent.logsMemory': {
    kind: 'number',
    builtIn: 512 as number,
    title: 'Memory limit of a log agent',
    hint: 'Per node. The agent is restarted where it needs more.',
    unit: 'MiB',
    ...memory(96, 4096),
  },
  'agent.metricsMemory': {
    kind: 'number',
    builtIn: 1024 as number,
    title: 'Memory limit of the metrics agent',
    hint: 'One per cluster; it grows with the number of series.',
    unit: 'MiB',
    ...memory(128, 16_384),
  },
} as const satisfies Record<string, SwitchSpec | NumberSpec>;

export type SettingKey = keyof typeof catalogue;
export type SettingSpec = SwitchSpec | NumberSpec;
export type SettingValue<K extends SettingKey = SettingKey> = (typeof catalogue)[K]['builtIn'];
export const settingKeys = Object.keys(catalogue) as [SettingKey, ...SettingKey[]];

/** A value for every setting. */
export type Settings = { readonly [K in SettingKey]: SettingValue<K> };

export const builtInSettings = Object.fromEntries(
  settingKeys.map((key) => [key, catalogue[key].builtIn]),
) as unknown as Settings;

export function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(catalogue, key);
}

/** `on`, `off`, `60 s`. */
export function formatSetting(key: SettingKey, value: boolean | number): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  const spec: SettingSpec = catalogue[key];
  return spec.kind === 'number' ? `${value} ${spec.unit}` : String(value);
}

function memory(least: number, most: number) {
  const whyLeast = `At least ${least} MiB: an agent with less is killed by its own node.`;
  return { least, most, whyLeast, whyMost: `At most ${most} MiB.` };
}
