import { setTimeout as pause } from 'node:timers/promises';
import { testDatabase } from '@oriel/db/testing/postgres';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { type RunningGateway, startTestGateway } from './testing/gateway-under-test.ts';
import { type Recorder, startRecorder } from './testing/recorder.ts';
import { type Relay, startRelay } from './testing/relay.ts';
import { createPerson, createProject, createSeed, type TestPerson } from './testing/rows.ts';
import { openTestTail, type TestTail } from './testing/tail.ts';

// Row 8 while PostgreSQL is away: the gateway reaches it through a relay that is cut, and others go on changing it.

const database = testDatabase();
/** Added to what the gateway takes for the time. */
let later = 0;
let store: Recorder;
let relay: Relay;
let gateway: RunningGateway;
let projectId: string;

beforeAll(async () => {
  const now = performance.now.bind(performance);
  vi.spyOn(performance, 'now').mockImplementation(() => now() + later);
  store = await startRecorder();
  const seedId = await createSeed(database.db, 'seed', { logsUrl: store.url, metricsUrl: store.url });
  projectId = await createProject(database.db, 'shop', seedId);
  await createPerson(database.db, 'owner', { [projectId]: 'owner' });
  const url = new URL(database.url);
  relay = await startRelay(Number(url.port));
  url.port = String(relay.port);
  gateway = await startTestGateway(url.href);
});

afterEach(async () => {
  later = 0;
  await relay.restore();
});

afterAll(async () => {
  await gateway.close();
  await relay.close();
  await store.close();
  vi.restoreAllMocks();
});

const read = async ({ byToken }: TestPerson) => {
  const url = `${gateway.origin}/api/projects/shop/prometheus/api/v1/query?query=up`;
  const { status, headers } = await fetch(url, { headers: byToken });
  return [status, headers.get('x-oriel-degraded')];
};
const soon = { timeout: 10_000, interval: 50 };
const untilRead = (person: TestPerson, answer: readonly [number, string | null]) =>
  vi.waitFor(async () => expect(await read(person)).toEqual(answer), soon);

let count = 0;
/** A viewer who has read, and has a tail open. */
async function reader(): Promise<{ person: TestPerson; tail: TestTail; hears: (line: string) => Promise<void> }> {
  const person = await createPerson(database.db, `reader-${++count}`, { [projectId]: 'viewer' });
  await untilRead(person, [200, null]);
  const tail = await openTestTail({ gateway }, person.byToken);
  expect(tail.degraded).toBe(false);
  const own = store.tails.at(-1);
  const hears = async (line: string) => {
    own?.send(line);
    await vi.waitFor(() => expect(tail.messages.at(-1)).toBe(line), soon);
  };
  return { person, tail, hears };
}

it('reads and tails go on, shown as degraded; a role removed meanwhile ends both once it is back, and nobody else’s', async () => {
  const [anna, bert] = [await reader(), await reader()];
  // Word of the second one's role made the gateway forget the first: who shall be remembered reads after it came.
  await pause(1_000);
  for (const { person } of [anna, bert]) await untilRead(person, [200, null]);
  await relay.cut();
  await untilRead(anna.person, [200, '1']);
  await database.db.roleBinding.deleteMany({ where: { userId: anna.person.userId } });
  // Longer than what was looked up stands unverified, and several looks at each tail's right.
  await pause(5_000);
  for (const { person, hears } of [anna, bert]) {
    await hears('{"streams":[]}');
    expect(await read(person)).toEqual([200, '1']);
  }
  const opened = await openTestTail({ gateway }, bert.person.byToken);
  expect(opened.degraded).toBe(true);

  await relay.restore();
  const back = performance.now();
  const [[code, reason]] = await Promise.all([anna.tail.closed, untilRead(anna.person, [404, null])]);
  const took = performance.now() - back;
  console.log(
    `a role removed while PostgreSQL was away: refused ${took.toFixed(0)} ms after it is back (pass: ≤ 5,000)`,
  );
  expect([code, reason]).toEqual([4403, expect.stringMatching(/\w/)]);
  expect(took).toBeLessThan(5_000);
  await untilRead(bert.person, [200, null]);
  await bert.hears('{"streams":[1]}');
  for (const { socket } of [bert.tail, opened]) socket.terminate();
}, 60_000);

it('a token that ends meanwhile ends its reads and its tail', async () => {
  const { person, tail } = await reader();
  const expiresAt = new Date(Date.now() + 6_000);
  await database.db.apiToken.update({ where: { id: person.tokenId }, data: { expiresAt } });
  await pause(2_500);
  expect(await read(person)).toEqual([200, null]);
  await relay.cut();
  await untilRead(person, [200, '1']);
  await untilRead(person, [401, null]);
  expect(Date.now()).toBeGreaterThanOrEqual(expiresAt.getTime());
  expect(await tail.closed).toEqual([4403, expect.stringContaining('not signed in')]);
}, 60_000);

it('the grace ends after ten minutes, for reads and tails alike', async () => {
  const { person, tail } = await reader();
  await relay.cut();
  await untilRead(person, [200, '1']);
  later = 9 * 60_000;
  expect(await read(person)).toEqual([200, '1']);
  later = 10 * 60_000 + 1_000;
  await untilRead(person, [503, null]);
  expect(await tail.closed).toEqual([1013, expect.stringContaining('cannot check who you are')]);
  await expect(openTestTail({ gateway }, person.byToken)).rejects.toThrow(/^503 .*its database is away/);
  await relay.restore();
  await untilRead(person, [200, null]);
}, 60_000);
