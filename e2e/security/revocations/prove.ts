import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createDb, type Db } from '@oriel/db/client';
import { createSession, revokeSession } from '@oriel/db/sessions';
import { WebSocket } from 'ws';
import { eachOf } from '../read-path/each.ts';
import { publicOrigin, type RunningGateway, startGatewayProcess } from '../read-path/gateway.ts';
import { addProject, addReader, addSeed, type Project, type Reader } from '../read-path/rows.ts';
import { startTailStore } from './tail-store.ts';

export interface Figures {
  /** Milliseconds from the change to the first refused read, per case. */
  readonly refusedMs: readonly number[];
  /** And to the end of a tail that was open. */
  readonly closedMs: readonly number[];
}

interface World {
  readonly db: Db;
  readonly gateway: RunningGateway;
  readonly project: Project;
}

interface Subject extends Reader {
  readonly sessionId: string;
  readonly cookie: { readonly cookie: string; readonly origin: string };
}

/** What is taken away, from whom it is shown, and whether nobody is told of it. */
interface Change {
  readonly by: 'token' | 'session';
  readonly act: (world: World, subject: Subject) => Promise<unknown>;
  /** True once a read shows the change. */
  readonly isRefused: (answer: { readonly status: number; readonly narrowed: boolean }) => boolean;
}

const gone = ({ status }: { readonly status: number }) => [401, 403, 404].includes(status);
/** Within a transaction whose triggers are off: the notification is lost. */
const silently = (db: Db, change: ReturnType<Db['$executeRaw']>) =>
  db.$transaction([db.$executeRawUnsafe('SET LOCAL session_replication_role = replica'), change]);

const changes: Readonly<Record<string, Change>> = {
  'token revoked': {
    by: 'token',
    act: ({ db }, { tokenId }) => db.apiToken.update({ where: { id: tokenId }, data: { revokedAt: new Date() } }),
    isRefused: gone,
  },
  'session revoked': {
    by: 'session',
    act: ({ db }, { userId, sessionId }) => revokeSession(db, userId, sessionId),
    isRefused: gone,
  },
  'role removed': {
    by: 'token',
    act: ({ db }, { userId }) => db.roleBinding.deleteMany({ where: { userId } }),
    isRefused: gone,
  },
  'reach narrowed': {
    by: 'session',
    act: ({ db }, { userId }) => db.roleBinding.updateMany({ where: { userId }, data: { namespaces: ['pay'] } }),
    isRefused: ({ narrowed }) => narrowed,
  },
  'person disabled, notification lost': {
    by: 'token',
    act: ({ db }, { userId }) =>
      silently(db, db.$executeRaw`UPDATE users SET disabled_at = now() WHERE id = ${userId}::uuid`),
    isRefused: gone,
  },
};

/** Row 8: people read and tail while something is taken from them. */
export async function proveRevocations(databaseUrl: string, { perChange }: { readonly perChange: number }) {
  const folder = await mkdtemp(join(tmpdir(), 'oriel-revocations-'));
  const db = createDb(databaseUrl);
  const store = await startTailStore();
  const stopping = [() => rm(folder, { recursive: true }), () => db.$disconnect(), () => store.stop()];
  try {
    const seedId = await addSeed(db, { logsUrl: store.url, metricsUrl: store.url });
    const project = await addProject(db, seedId, { slug: 'shop' });
    const gateway = await startGatewayProcess(folder, databaseUrl);
    stopping.push(gateway.stop);
    const world = { db, gateway, project };
    const figures: Record<string, Figures> = {};
    for (const [name, change] of Object.entries(changes)) {
      const refusedMs: number[] = [];
      const closedMs: number[] = [];
      await eachOf(Array(perChange).keys(), 4, async () => {
        const one = await measure(world, change);
        refusedMs.push(one.refusedMs);
        closedMs.push(one.closedMs);
      });
      figures[name] = { refusedMs, closedMs };
    }
    return figures;
  } finally {
    for (const stop of stopping.reverse()) await stop();
  }
}

async function measure(world: World, { by, act, isRefused }: Change) {
  const reader = await addReader(world.db, world.project);
  const session = await world.db.$transaction((tx) => createSession(tx, { userId: reader.userId }));
  const cookie = { cookie: `oriel.session=${session.value}`, origin: publicOrigin };
  const subject = { ...reader, sessionId: session.id, cookie };
  const headers = by === 'token' ? { ...reader.headers } : { ...cookie };
  const base = `${world.gateway.origin}/api/projects/${world.project.slug}`;
  const read = async () => {
    const response = await fetch(`${base}/loki/api/v1/query?query=%7Bapp%3D%22a%22%7D`, { headers });
    return { status: response.status, narrowed: (await response.text()).includes('namespace') };
  };
  const before = await read();
  if (before.status !== 200 || before.narrowed) throw new Error(`Nothing to take away: ${before.status}.`);
  const tail = new WebSocket(`${base.replace('http', 'ws')}/loki/api/v1/tail?query=%7Bapp%3D%22a%22%7D`, { headers });
  const closedAt = new Promise<number>((resolve) => tail.once('close', () => resolve(performance.now())));
  await new Promise((resolve, reject) => tail.once('open', resolve).once('error', reject));
  // Anywhere between two looks at the rights.
  await pause(Math.random() * 2_000);
  await act(world, subject);
  const start = performance.now();
  const deadline = start + 20_000;
  while (!isRefused(await read()) && performance.now() < deadline) await pause(20);
  const refusedMs = performance.now() - start;
  const closed = await Promise.race([closedAt, pause(20_000, deadline, { ref: false })]);
  tail.terminate();
  return { refusedMs, closedMs: Math.max(0, closed - start) };
}
