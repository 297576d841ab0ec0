// Runs inside a network and a mount namespace of its own: an own resolver, an API server on every address, and the
// watched process. Prints what was seen as JSON.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { createAuthority } from '@oriel/ingest/certificates';
import { honestKubeconfig, hostileKubeconfigs } from './corpus.ts';
import { startDnsServer } from './dns-server.ts';
import { forbidden, goodAddress } from './place.ts';
import type { Sighting } from './prove.ts';
import { startRecorder } from './recorder.ts';
import { deedsIn } from './trace.ts';
import type { Trial, Verdict } from './trial.ts';

const [folder = '', strace = '', count = '', seed = '', mode = ''] = process.argv.slice(2);

function isolate(): void {
  const run = (command: string, ...args: string[]) =>
    execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  run('ip', 'link', 'set', 'lo', 'up');
  for (const address of [goodAddress, ...forbidden]) {
    if (/^(127\.|::1$)/.test(address)) continue;
    run('ip', 'addr', 'add', address.includes(':') ? `${address}/64` : `${address}/32`, 'dev', 'lo');
  }
  const files = {
    'resolv.conf': 'nameserver 127.0.0.53\noptions timeout:1 attempts:1\n',
    'nsswitch.conf': 'hosts: files dns\n',
    hosts: '127.0.0.1 localhost localhost.localdomain\n::1 ip6-localhost\n169.254.169.254 metadata.google.internal\n',
  };
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), content);
    run('mount', '--bind', join(folder, name), `/etc/${name}`);
  }
}

isolate();
const authority = await createAuthority('the trial');
const dns = await startDnsServer('127.0.0.53');
const recorder = await startRecorder(authority);
const baits = { caPem: authority.certPem, folder };
writeFileSync(join(folder, 'secret'), 'a secret');
const kubeconfigs = hostileKubeconfigs(Number(count), Number(seed), baits);
const trial: Trial = {
  mode: mode as Trial['mode'],
  texts: kubeconfigs.map((one) => one.text),
  honest: honestKubeconfig(baits),
};
const [trialFile, traceFile] = [join(folder, 'trial.json'), join(folder, 'trace')];
writeFileSync(trialFile, JSON.stringify(trial));
const watch = [
  '-f',
  '-qq',
  '-yy',
  '-s',
  '200',
  '-e',
  'trace=%process,%network,open,openat,openat2,stat,statx,access',
  '-e',
  'signal=none',
  '-o',
  traceFile,
];
const subject = spawn(strace, [...watch, process.execPath, join(import.meta.dirname, 'subject.ts'), trialFile], {
  stdio: ['ignore', 'pipe', 'inherit'],
  env: {
    PATH: process.env.PATH,
    HOME: folder,
    // A proxy that the environment names is no way to a cluster either.
    HTTPS_PROXY: 'http://127.0.0.1:3128',
    HTTP_PROXY: 'http://127.0.0.1:3128',
    ALL_PROXY: 'http://127.0.0.1:3128',
    NODE_USE_ENV_PROXY: '1',
    KUBECONFIG: join(folder, 'secret'),
    // Each system call by itself, where a tracer sees it.
    UV_USE_IO_URING: '0',
  },
});
const [said] = await Promise.all([text(subject.stdout), once(subject, 'exit')]);
dns.close();
recorder.close();
const { control, verdicts } = JSON.parse(said) as { control: Verdict; verdicts: Verdict[] };
const isPermitted = ([place]: [string, number]) => place.startsWith(`${goodAddress} `);
const served = [...recorder.connections].filter((entry) => !isPermitted(entry));
const sighting: Sighting = {
  deeds: deedsIn(readFileSync(traceFile, 'latin1')),
  reached: served.map(([place, times]) => `${place} (${times})`),
  permitted: [...recorder.connections].filter(isPermitted).reduce((sum, [, times]) => sum + times, 0),
  control,
  verdicts: verdicts.map((verdict, index) => ({ ...verdict, kind: kubeconfigs[index]?.kind ?? '' })),
};
process.stdout.write(JSON.stringify(sighting));
