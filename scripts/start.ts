// npm start: Oriel and everything it needs, on this machine. See --help.
import { createInterface } from 'node:readline/promises';
import { launchOriel } from '@oriel/testbed/embedded/launch';
import type { LaunchedOriel, RunningOriel } from '@oriel/testbed/embedded/options';
import { repository } from '@oriel/testbed/embedded/repository';
import { resetHome } from '@oriel/testbed/embedded/reset';
import { parseStartArguments, type StartArguments, usage } from './start-arguments.ts';
import { onStopSignals } from './stop-signals.ts';
import { terminalListener } from './terminal.ts';

const startedAt = performance.now();
const say = (text: string) => process.stdout.write(text);

async function main(): Promise<void> {
  const args = parseStartArguments(process.argv.slice(2), repository, process.env.ORIEL_HOME);
  if (args.help) return void say(usage);
  if (args.reset && !(await reset(args))) return;

  const aborting = new AbortController();
  let launched: LaunchedOriel | undefined;
  let stopping = false;
  const stopped = Promise.withResolvers<void>();
  onStopSignals(
    () => {
      stopping = true;
      say('\nStopping; once more ends everything at once.\n');
      aborting.abort(new Error('stopped'));
      // Where the start has not come far enough, it stops by itself what it has started.
      launched?.stop().then(stopped.resolve, stopped.reject);
    },
    () => {
      launched?.kill();
      process.exit(1);
    },
  );
  const { home, port, cluster, adminEmail, ingestHost } = args;
  try {
    launched = await launchOriel({
      home,
      port,
      adminEmail,
      signal: aborting.signal,
      listener: terminalListener(startedAt, say),
      ...(cluster === false && { cluster }),
      ...(ingestHost !== undefined && { ingestHost }),
    });
  } catch (error) {
    if (!stopping) throw error;
    return void say('Stopped.\n');
  }
  say(signInNotice(launched));
  await launched.everything.then(
    (running) => say(readyNotice(running)),
    (error: Error) => stopping || say(failureNotice(error)),
  );
  await stopped.promise;
  say('Stopped.\n');
}

async function reset({ home, yes }: StartArguments): Promise<boolean> {
  if (!yes) {
    if (!process.stdin.isTTY) throw new Error('--reset deletes all state and cannot ask here: add --yes.');
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    const answer = await terminal.question(
      `Delete all state in ${home} (people, projects, clusters, logs, metrics)? Type yes: `,
    );
    terminal.close();
    if (answer.trim().toLowerCase() !== 'yes') {
      say('Nothing was deleted.\n');
      return false;
    }
  }
  await resetHome(home);
  say(`The state in ${home} was deleted.\n`);
  return true;
}

function signInNotice({ url, adminLink }: LaunchedOriel): string {
  const link = adminLink ? `\n  Sign in as administrator, once and within 24 hours:\n  ${adminLink}\n` : '';
  return `\n  Oriel: ${url}\n${link}\n`;
}

function readyNotice({ url, kubeconfigs, withoutCluster }: RunningOriel): string {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  if (kubeconfigs.demo) {
    return `\n  Everything is up after ${seconds} s. The demo cluster: kubectl --kubeconfig ${kubeconfigs.demo} get pods -A\n\n`;
  }
  return `
  Everything is up after ${seconds} s, without the demo cluster. ${withoutCluster}
  To see a cluster of your own, kind's for example:
    1. Start with an address of this machine that the cluster reaches, and let Oriel call clusters at 127.0.0.1.
       For kind on Linux that is the gateway of its Docker network, elsewhere the name host.docker.internal:
         docker network inspect kind -f '{{(index .IPAM.Config 0).Gateway}}'
         ORIEL_ALLOW_LOOPBACK_CLUSTERS=1 npm start -- --ingest-host <address>
    2. Paste its kubeconfig at ${url}/clusters/new:
         kind get kubeconfig
  The cluster pulls the images of Alloy, kube-state-metrics and node-exporter from their registries.

`;
}

function failureNotice({ message }: Error): string {
  return `\n  Not everything could be started; what is up stays up. Ctrl-C stops it.\n  ${message}\n\n`;
}

main().then(
  // Timers of libraries shall not hold the terminal.
  () => process.exit(0),
  (error: Error) => {
    process.stderr.write(`\n${error.message}\n`);
    process.exit(1);
  },
);
