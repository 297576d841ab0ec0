// A process of Oriel, as far as secrets go: reads and writes them without a pause until it is told to stop.
//   node traffic.ts <number of this process> <number of processes>      (DATABASE_URL, ORIEL_KEY_FILE)
import process from 'node:process';
import { createDb } from '@oriel/db/client';
import { openSecretBox } from '@oriel/db/secret-box';
import { allSecrets, readEnvelope, type StoredSecret, writeEnvelope } from './places.ts';
import { newCluster, textAt, versionAt } from './rows.ts';

export interface TrafficReport {
  readonly reads: number;
  readonly writes: number;
  readonly creations: number;
  readonly slowestMs: number;
  readonly failures: readonly string[];
}

const { DATABASE_URL: url = '', ORIEL_KEY_FILE: keyFile = '' } = process.env;
const [own = 0, others = 1] = process.argv.slice(2).map(Number);
const db = createDb(url, { poolSize: 3 });
const box = await openSecretBox(keyFile);
const secrets = await allSecrets(db);
const home = await db.tenant.findFirstOrThrow({ select: { projectId: true, seedId: true } });
/** Of the rows that only this process writes: what it wrote last must be what it reads. */
const written = new Map<string, number>();
const count = { reads: 0, writes: 0, creations: 0, slowestMs: 0 };
const failures: string[] = [];
let stopping = false;
process.on('message', () => {
  stopping = true;
});

async function read(secret: StoredSecret): Promise<void> {
  const text = await box.open(secret.place, await readEnvelope(db, secret));
  const version = versionAt(secret.place, text);
  if (version === undefined) throw new Error(`${secret.place.table} ${secret.place.id} holds another secret.`);
  const expected = written.get(secret.place.id);
  if (expected !== undefined && version !== expected) {
    throw new Error(`${secret.place.table} ${secret.place.id} lost a write: #${version} instead of #${expected}.`);
  }
  count.reads++;
}

async function write({ place, idType }: StoredSecret): Promise<void> {
  const version = (written.get(place.id) ?? 0) + 1;
  await writeEnvelope(db, { place, idType, envelope: await box.seal(place, textAt(place, version)) });
  written.set(place.id, version);
  count.writes++;
}

async function create(): Promise<void> {
  const cluster = await newCluster({ seal: (place) => box.seal(place, textAt(place, 0)) }, home);
  await db.cluster.create({ data: cluster });
  count.creations++;
}

/** By the row's id: each process lists the rows in an order of its own. */
function writerOf({ place: { id } }: StoredSecret): number {
  return Buffer.from(id).reduce((sum, byte) => sum + byte, 0) % others;
}

async function act(): Promise<void> {
  const secret = secrets[Math.floor(Math.random() * secrets.length)];
  if (secret === undefined) return;
  const dice = Math.random();
  if (dice < 0.02) return create();
  if (dice < 0.3 && writerOf(secret) === own) return write(secret);
  return read(secret);
}

let tellOnce = () => process.send?.('working');
while (!stopping) {
  const startedAt = performance.now();
  await act().catch((error: Error) => failures.push(error.message));
  count.slowestMs = Math.max(count.slowestMs, performance.now() - startedAt);
  if (count.reads === 20) {
    tellOnce();
    tellOnce = () => false;
  }
}
await db.$disconnect();
const report: TrafficReport = { ...count, failures };
process.send?.(report, () => process.disconnect());
