import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createDb } from '@oriel/db/client';
import { openSecretBox } from '@oriel/db/secret-box';
import { retireKey } from '@oriel/db/secrets/keep-keys';
import { keysInUse } from '@oriel/db/secrets/keys-in-use';
import { rotateKeys } from '@oriel/db/secrets/rotate';
import { allSecrets, unreadable } from './places.ts';
import { fillTables } from './rows.ts';
import type { TrafficReport } from './traffic.ts';

export interface ProveOptions {
  /** A migrated, empty database. */
  readonly url: string;
  /** With the one key `k1`. */
  readonly keyFile: string;
  readonly secrets: number;
  readonly processes: number;
}

export interface RotationFigures {
  readonly rotatedSeconds: number;
  readonly rewrapped: number;
  /** Rows that a process wrote in the very moment. */
  readonly overtaken: number;
  readonly reads: number;
  readonly writes: number;
  readonly slowestMs: number;
  /** What any process could not open, seal, or found to be another; then what does not open in the end. */
  readonly failures: readonly string[];
  /** `<form> <key>` of everything stored in the end. */
  readonly forms: readonly string[];
}

/** Long enough for whatever the processes had begun under the former key. */
const settleMs = 1_500;

/** A rotation and the former key's end, while other processes read and write without a pause. */
export async function proveRotation({ url, keyFile, secrets, processes }: ProveOptions): Promise<RotationFigures> {
  const db = createDb(url);
  const children: ChildProcess[] = [];
  try {
    await fillTables(db, keyFile, secrets);
    for (let own = 0; own < processes; own++) children.push(startTraffic({ url, keyFile, own, processes }));
    await Promise.all(children.map(working));
    const startedAt = performance.now();
    const keeping = { db, keyFile, operator: 'proof' };
    const { rewrapped, overtaken, failures: skipped } = await rotateKeys(keeping);
    const rotatedSeconds = (performance.now() - startedAt) / 1_000;
    await sleep(settleMs);
    await retireKey(keeping, 'k1', settleMs);
    await sleep(settleMs);
    const reports = await Promise.all(children.map(stopTraffic));
    const broken = await unreadable(await openSecretBox(keyFile), await allSecrets(db));
    const sum = (of: (report: TrafficReport) => number) => reports.reduce((total, report) => total + of(report), 0);
    return {
      rotatedSeconds,
      rewrapped,
      overtaken,
      reads: sum(({ reads }) => reads),
      writes: sum(({ writes, creations }) => writes + creations),
      slowestMs: Math.max(...reports.map(({ slowestMs }) => slowestMs)),
      failures: [...reports.flatMap(({ failures }) => failures), ...skipped.map(({ message }) => message), ...broken],
      forms: [...new Set((await keysInUse(db)).map(({ form, keyId }) => `${form} ${keyId}`))],
    };
  } finally {
    for (const child of children) child.kill('SIGKILL');
    await db.$disconnect();
  }
}

function startTraffic(given: { url: string; keyFile: string; own: number; processes: number }): ChildProcess {
  const program = fileURLToPath(new URL('traffic.ts', import.meta.url));
  const env = { ...process.env, DATABASE_URL: given.url, ORIEL_KEY_FILE: given.keyFile };
  return fork(program, [String(given.own), String(given.processes)], { env, execArgv: [] });
}

async function working(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`A process that reads and writes secrets ended with ${code}.`);
  });
  await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => undefined);
}

async function stopTraffic(child: ChildProcess): Promise<TrafficReport> {
  const told = once(child, 'message');
  child.send('stop');
  const [report] = (await told) as [TrafficReport];
  return report;
}
