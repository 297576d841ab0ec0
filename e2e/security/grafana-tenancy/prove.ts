import { setTimeout as pause } from 'node:timers/promises';
import { issueGrafanaTicket } from '@oriel/db/grafana-sign-in';
import { ask } from '../../fixtures/http.ts';
import { eachOf } from '../read-path/each.ts';
import { dialPlain, sendRaw, statusOf } from '../read-path/raw.ts';
import type { Attempt, Target } from './attempts.ts';
import { beyondTheRole, closedParts } from './closed-attempts.ts';
import { askAdmin, askAs, fillGrafana, pushTelemetry, query, seenByOwner } from './contents.ts';
import { forgedHeaders, organizationSwitches } from './identity-attempts.ts';
import { atTheDoor, pathTricks, queries } from './query-attempts.ts';
import { rawAttempts } from './raw-attempts.ts';
import { allWords, wordsIn } from './words.ts';
import { type TenancyWorld, withTenancyWorld } from './world.ts';

export interface TenancyFigures {
  /** Tries per kind of attack. */
  readonly attempts: Readonly<Record<string, number>>;
  /** How they were answered; 0 stands for no answer. */
  readonly statuses: Readonly<Record<number, number>>;
  /** Those that got something, in words. */
  readonly successes: readonly string[];
  /** What B's owner sees by the ways that were tried, so that a leak would have been seen. */
  readonly seenByOwner: readonly string[];
  readonly words: readonly string[];
  /** What Grafana holds was the same afterwards, but for alice's own stars and the like. */
  readonly unchanged: boolean;
  /** What of alice's own was answered by the same ways. */
  readonly ownReads: number;
  /** Milliseconds from the removal of alice's role to the refusal of her page, API call and query in Grafana. */
  readonly endedMs: Readonly<Record<string, number>>;
}

/** Rows 8 and 13 in Grafana: somebody of A tries everything against B, on a real Grafana, Loki and Mimir. */
export function proveTenancy(databaseUrl: string): Promise<TenancyFigures> {
  return withTenancyWorld(databaseUrl, async (world) => {
    await pushTelemetry(world);
    const known = await fillGrafana(world);
    const seen = wordsIn(await seenByOwner(world, known));
    const ownReads = await readOwn(world);
    const before = await stateOf(world);
    const target: Target = { world, known };
    const attempts: Record<string, number> = {};
    const statuses: Record<number, number> = {};
    const successes: string[] = [];
    const count = (kind: string, status: number) => {
      attempts[kind] = (attempts[kind] ?? 0) + 1;
      statuses[status] = (statuses[status] ?? 0) + 1;
    };
    const table = [
      ...organizationSwitches(target),
      ...forgedHeaders(target),
      ...pathTricks(target),
      ...queries(target),
      ...atTheDoor(target),
      ...closedParts(target),
      ...beyondTheRole(target),
      ...(await ways(target)),
    ];
    await eachOf(table, 4, async (attempt) => {
      const { status, success } = await attack(world, attempt);
      count(attempt.kind, status);
      if (success !== undefined) successes.push(`${attempt.kind}, ${attempt.what}, ${attempt.path}: ${success}`);
    });
    for (const { kind, what, text, mustFail } of rawAttempts(target)) {
      const answer = await sendRaw(dialPlain(world.gateway.port), text);
      count(kind, statusOf(answer));
      const success = judge(statusOf(answer), answer, mustFail);
      if (success !== undefined) successes.push(`${kind}, ${what}: ${success}`);
    }
    const unchanged = (await stateOf(world)) === before;
    const endedMs = await endAccess(world);
    return { attempts, statuses, successes, seenByOwner: seen, words: allWords(), unchanged, ownReads, endedMs };
  });
}

async function attack({ gateway }: TenancyWorld, { method = 'GET', path, headers, body, mustFail }: Attempt) {
  const described = body === undefined ? {} : { 'content-type': 'application/json' };
  const answer = await ask({
    port: gateway.port,
    method,
    path,
    headers: { ...described, ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch((error: Error) => ({ status: 0, headers: {}, text: error.message }));
  const { status, headers: answered, text } = answer;
  return { status, success: judge(status, JSON.stringify(answered) + text, mustFail ?? false) };
}

function judge(status: number, said: string, mustFail: boolean): string | undefined {
  const words = wordsIn(said);
  if (words.length > 0) return `${status} with B’s ${words.join(', ')}`;
  // Our doors refuse by 4xx: anything else was let through to something that failed at it.
  if (status >= 500) return `got as far as a ${status}`;
  return mustFail && status > 0 && status < 400 ? `answered ${status}` : undefined;
}

/** Tickets of others, used ones, and ways that lead to B. */
async function ways({ world }: Target): Promise<Attempt[]> {
  const { db, b, people } = world;
  const ticket = async (sessionId: string) => issueGrafanaTicket(db, sessionId);
  const own = await ticket(people.alice.sessionId);
  const enter = (what: string, of: string, to: string): Attempt => ({
    kind: 'way in',
    what,
    path: `/oriel/enter?${new URLSearchParams({ ticket: of, to })}`,
    headers: people.alice.headers,
    mustFail: true,
  });
  return [
    enter('B’s organization', own, `/?orgId=${b.orgId}`),
    enter('used', own, `/?orgId=${b.orgId}`),
    enter('guessed', 'A'.repeat(43), `/?orgId=${b.orgId}`),
    enter('another site', await ticket(people.alice.sessionId), '//evil.example/?orgId=2'),
    enter('an API', await ticket(people.alice.sessionId), `/api/search?orgId=${b.orgId}`),
  ];
}

/** That the door lets alice have what is hers: otherwise nothing is proven. */
async function readOwn(world: TenancyWorld): Promise<number> {
  const { a, people } = world;
  const paths = ['/', '/api/search', '/api/org', '/api/folders', '/api/dashboards/uid/oriel-pods', '/explore'];
  const proxied = ['oriel-metrics/api/v1/query?query=orders', 'oriel-alerts/alertmanager/api/v2/alerts'];
  const all = [...paths, ...proxied.map((path) => `/api/datasources/proxy/uid/${path}`)];
  const answers = await Promise.all(all.map((path) => askAs(world, people.alice, { path, orgId: a.orgId })));
  const body = query('loki', '{pod=~".+"}');
  const lines = await askAs(world, people.alice, { path: '/api/ds/query', method: 'POST', body, orgId: a.orgId });
  const failed = answers.findIndex(({ status }) => status !== 200);
  if (failed !== -1) throw new Error(`${all[failed]} answered ${answers[failed]?.status}: ${answers[failed]?.text}`);
  if (!lines.text.includes('own-line')) throw new Error(`Alice does not see her own lines: ${lines.text}`);
  return all.length + 1;
}

/** What Grafana holds, as text. */
async function stateOf(world: TenancyWorld): Promise<string> {
  const users = (await askAdmin(world, '/api/users?perpage=1000')) as Record<string, unknown>[];
  const stable = users.map(({ lastSeenAt: _, lastSeenAtAge: __, ...user }) => user);
  const perOrganization = [world.a.orgId, world.b.orgId].map(async (orgId) => {
    const parts = ['/api/search?limit=5000', '/api/datasources', '/api/annotations', '/api/folders', '/api/org'];
    const members = (await askAdmin(world, '/api/org/users', orgId)) as { login: string; role: string }[];
    const rest = await Promise.all(parts.map((path) => askAdmin(world, path, orgId)));
    return [rest, members.map(({ login, role }) => [login, role])];
  });
  return JSON.stringify([stable, await askAdmin(world, '/api/orgs'), await Promise.all(perOrganization)]);
}

/** Alice loses her role, while she has Grafana open. */
async function endAccess(world: TenancyWorld): Promise<Readonly<Record<string, number>>> {
  const { db, a, people } = world;
  const body = query('loki', '{pod=~".+"}');
  const watched = {
    page: { path: `/d/oriel-pods?orgId=${a.orgId}` },
    API: { path: '/api/search', orgId: a.orgId },
    query: { path: '/api/ds/query', method: 'POST', body, orgId: a.orgId },
  };
  await db.roleBinding.deleteMany({ where: { userId: people.alice.userId } });
  const start = performance.now();
  const untilRefused = async ([name, request]: [string, (typeof watched)[keyof typeof watched]]) => {
    while ((await askAs(world, people.alice, request)).status < 400 && performance.now() - start < 20_000)
      await pause(20);
    return [name, performance.now() - start] as const;
  };
  return Object.fromEntries(await Promise.all(Object.entries(watched).map(untilRefused)));
}
