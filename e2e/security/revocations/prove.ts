import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createDb, type Db } from '@oriel/db/client';
import { revokeSession } from '@oriel/db/sessions';
import { eachOf } from '../read-path/each.ts';
import { startGatewayProcess } from '../read-path/gateway.ts';
import { addOrganization } from '../read-path/grafana-rows.ts';
import { addProject, addSeed } from '../read-path/rows.ts';
import { addSubject, type Place, type Seen, type Subject } from './subject.ts';
import { startTailStore } from './tail-store.ts';

export interface Figures {
  /** Milliseconds from the change to the first refused read, per case. */
  readonly refusedMs: number[];
  /** And to the end of a tail that was open. */
  readonly closedMs: number[];
  /** And to the first refusal of the last of Grafana's page, API and data source; none where it is not affected. */
  readonly grafanaMs: number[];
}

/** What is taken away, from whom it is shown, and whether nobody is told of it. */
interface Change {
  readonly by: 'token' | 'session';
  readonly act: (place: Place, subject: Subject) => Promise<unknown>;
  /** True once a read shows the change. */
  readonly isRefused: (seen: Seen) => boolean;
  /** What of Grafana shows it too; everything unless given. */
  readonly inGrafana?: readonly (keyof Subject['grafana'])[];
  /** It ends the project, so everybody has one of their own. */
  readonly endsProject?: true;
}

const gone = ({ status }: Seen) => [401, 403, 404].includes(status);
/** Within a transaction whose triggers are off: the notification is lost. */
const silently = (db: Db, change: ReturnType<Db['$executeRaw']>) =>
  db.$transaction([db.$executeRawUnsafe('SET LOCAL session_replication_role = replica'), change]);

const changes: Readonly<Record<string, Change>> = {
  'token revoked': {
    by: 'token',
    // It was opened by a session.
    inGrafana: [],
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
    inGrafana: ['data source'],
  },
  'person disabled, notification lost': {
    by: 'token',
    act: ({ db }, { userId }) =>
      silently(db, db.$executeRaw`UPDATE users SET disabled_at = now() WHERE id = ${userId}::uuid`),
    isRefused: gone,
  },
  'project deleted': {
    by: 'token',
    act: ({ db, project: { id } }) =>
      db.$transaction([db.tenant.deleteMany({ where: { projectId: id } }), db.project.delete({ where: { id } })]),
    isRefused: gone,
    endsProject: true,
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
    // Grafana itself decides nothing here, so the store stands in its place too; e2e/security/grafana-tenancy has a real one.
    const gateway = await startGatewayProcess(folder, databaseUrl, { environment: { ORIEL_GRAFANA_URL: store.url } });
    stopping.push(gateway.stop);
    let projects = 0;
    const makePlace = async (): Promise<Place> => {
      const number = ++projects;
      const project = await addProject(db, seedId, { slug: `shop-${number}` });
      return { db, gateway, project, organization: await addOrganization(db, project.id, 100 + number) };
    };
    const shared = await makePlace();
    const figures: Record<string, Figures> = {};
    for (const [name, change] of Object.entries(changes)) {
      const figure: Figures = { refusedMs: [], closedMs: [], grafanaMs: [] };
      figures[name] = figure;
      await eachOf(Array(perChange).keys(), 4, async () => {
        const one = await measure(change.endsProject ? await makePlace() : shared, change);
        figure.refusedMs.push(one.refusedMs);
        figure.closedMs.push(one.closedMs);
        figure.grafanaMs.push(...one.grafanaMs);
      });
    }
    return figures;
  } finally {
    for (const stop of stopping.reverse()) await stop();
  }
}

async function measure(place: Place, { by, act, isRefused, inGrafana }: Change) {
  const subject = await addSubject(place, by);
  const watched = inGrafana ?? (['page', 'api', 'data source'] as const);
  const grafana = watched.map((name) => subject.grafana[name]);
  for (const see of [subject.read, ...Object.values(subject.grafana)]) {
    const before = await see();
    if (before.status !== 200 || before.narrowed) throw new Error(`Nothing to take away: ${before.status}.`);
  }
  const tail = subject.openTail();
  const closedAt = new Promise<number>((resolve) => tail.once('close', () => resolve(performance.now())));
  await new Promise((resolve, reject) => tail.once('open', resolve).once('error', reject));
  // Anywhere between two looks at the rights.
  await pause(Math.random() * 2_000);
  await act(place, subject);
  const start = performance.now();
  const deadline = start + 20_000;
  const untilRefused = async (see: () => Promise<Seen>) => {
    while (!isRefused(await see()) && performance.now() < deadline) await pause(20);
    return performance.now() - start;
  };
  const [refusedMs = 0, ...grafanaMs] = await Promise.all([subject.read, ...grafana].map(untilRefused));
  const closed = await Promise.race([closedAt, pause(20_000, deadline, { ref: false })]);
  tail.terminate();
  return { refusedMs, closedMs: Math.max(0, closed - start), grafanaMs };
}
