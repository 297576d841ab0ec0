import { forgedHeaders, readCalls, trickedPaths } from '../fixtures/attacks.ts';
import { Caller } from '../fixtures/caller.ts';
import { figure, secondsSince } from '../fixtures/figures.ts';
import type { Answer } from '../fixtures/http.ts';
import { unique } from '../fixtures/names.ts';
import { addMember, signInAs } from '../fixtures/people.ts';
import { projectProcedures } from '../fixtures/procedures.ts';
import { expect, test } from '../fixtures/test.ts';
import { makeTwoProjects, removeTwoProjects, type TwoProjects, wordsOf } from '../fixtures/two-projects.ts';
import { until } from '../fixtures/until.ts';

let both: TwoProjects;
/** A token of A's owner that may change things: the most that somebody outside of B can hold. */
let token: Caller;

test.beforeAll(async ({ admin }) => {
  test.setTimeout(180_000);
  both = await makeTwoProjects(admin);
  const { value } = await both.a.owner.caller.mutate<{ value: string }>('tokens.create', {
    name: 'isolation',
    readOnly: false,
  });
  token = new Caller({ token: value });
});

test.afterAll(async ({ admin }) => {
  if (both !== undefined) await removeTwoProjects(admin, both);
});

/** Of B, in an answer to somebody of A. */
function foreignWords({ text }: Answer): string[] {
  return [...wordsOf(both.b), both.cluster.name].filter((word) => text.includes(word));
}

function askAs(
  who: Caller,
  kind: 'query' | 'mutation' | 'subscription',
  procedure: string,
  input: object,
): Promise<Answer> {
  if (kind === 'mutation') return who.askMutation(procedure, input);
  return who.askQuery(procedure, input, kind === 'subscription' ? 'text/event-stream' : undefined);
}

/** An event stream begins with 200 whatever follows: what it refuses with is its only event. */
function refusalOf({ status, headers, text }: Answer): number {
  if (!headers['content-type']?.startsWith('text/event-stream')) return status;
  return Number(/"httpStatus":(\d+)/.exec(text)?.[1] ?? status);
}

const telemetry = (slug: string, call: string) => `/api/projects/${slug}${call}`;

test('each side reads its own, so that a leak would be seen', async () => {
  for (const side of [both.a, both.b]) {
    const read = (call: string) => side.owner.caller.get(telemetry(side.slug, call));
    const [lines = '', , , , , , metrics = ''] = readCalls();
    await expect.poll(async () => (await read(lines)).text, { timeout: 30_000 }).toContain(side.secrets.line);
    await expect.poll(async () => (await read(metrics)).text, { timeout: 30_000 }).toContain(side.secrets.metric);
  }
});

test('pages of the other project are not found', async ({ context, page }) => {
  await signInAs(context, both.a.owner.caller);
  const { b, cluster } = both;
  const pages = ['', '/logs', '/metrics', '/members'].map((rest) => `/p/${b.slug}${rest}`);
  for (const path of [...pages, `/clusters/${cluster.id}`, `/operations/${cluster.operationId}`]) {
    await page.goto(path);
    await expect(page.getByText(/nothing at this address|there is no such/i).first(), path).toBeVisible();
    const shown = await page.content();
    for (const word of [...wordsOf(b), cluster.name]) expect(shown, `${path} shows ${word}`).not.toContain(word);
  }
  await page.goto('/fleet');
  await expect(page.getByRole('heading', { name: 'Fleet' })).toBeVisible();
  await expect(page.getByText(cluster.name)).toHaveCount(0);
});

test('every procedure about a project, cluster or operation refuses the other side', async () => {
  const { a, b, cluster } = both;
  const memberId = b.owner.memberId;
  const project = b.slug;
  const account = { project, serviceAccountId: crypto.randomUUID() };
  const accountToken = { ...account, tokenId: crypto.randomUUID() };
  const { id: clusterId, name, operationId } = cluster;
  const inputs: Record<string, readonly [kind: 'query' | 'mutation' | 'subscription', input: object]> = {
    'audit.export': ['query', { project }],
    'audit.list': ['query', { project }],
    'clusters.applyAgain': ['mutation', { clusterId }],
    'clusters.coverage': ['query', { clusterId }],
    'clusters.create': [
      'mutation',
      { project, name: 'mine', region: 'x', kubeconfig: 'x', monitoring: true, logging: true },
    ],
    'clusters.delete': ['mutation', { clusterId, confirmName: name }],
    'clusters.footprint': ['query', { clusterId }],
    'clusters.get': ['query', { clusterId }],
    'clusters.list': ['query', { project }],
    'clusters.pipeline': ['query', { clusterId }],
    'clusters.preflight': ['mutation', { project, kubeconfig: 'x' }],
    'clusters.preflightReplacement': ['mutation', { clusterId, kubeconfig: 'x' }],
    'clusters.replaceKubeconfig': ['mutation', { clusterId, kubeconfig: 'x' }],
    'clusters.setSwitches': ['mutation', { clusterId, logging: true }],
    'dashboards.get': ['query', { project, uid: 'oriel-pods' }],
    'dashboards.list': ['query', { project }],
    'dashboards.open': ['mutation', { project }],
    'ownDashboards.create': ['mutation', { project, model: { title: 'Mine' } }],
    'ownDashboards.delete': ['mutation', { project, uid: 'op-mine' }],
    'ownDashboards.get': ['query', { project, uid: 'op-mine' }],
    'ownDashboards.list': ['query', { project }],
    'dashboards.status': ['query', { project }],
    'ownDashboards.update': ['mutation', { project, uid: 'op-mine', version: 1, model: { title: 'Mine' } }],
    'members.add': ['mutation', { project, subject: { kind: 'person', email: 'mallory@example.com' }, role: 'owner' }],
    'members.change': ['mutation', { project, memberId, role: 'viewer' }],
    'members.list': ['query', { project }],
    'members.newLink': ['mutation', { project, memberId }],
    'members.remove': ['mutation', { project, memberId }],
    'members.subjects': ['query', { project }],
    'operations.get': ['query', { operationId }],
    'operations.retry': ['mutation', { operationId }],
    'operations.watch': ['subscription', { operationId }],
    'policies.ofCluster': ['query', { clusterId }],
    'policies.ofProject': ['query', { project }],
    'policies.removeForCluster': ['mutation', { clusterId, setting: 'logging.enabled' }],
    'policies.removeForProject': ['mutation', { project, setting: 'logging.enabled' }],
    'policies.setForCluster': ['mutation', { clusterId, setting: 'logging.enabled', value: true }],
    'policies.setForProject': ['mutation', { project, setting: 'logging.enabled', mode: 'enforced', value: true }],
    'projects.get': ['query', { project }],
    'projects.rename': ['mutation', { project, name: 'Mine' }],
    'seeds.ofProject': ['query', { project }],
    'serviceAccounts.create': ['mutation', { project, name: 'mine' }],
    'serviceAccounts.createToken': ['mutation', { ...account, name: 'mine' }],
    'serviceAccounts.delete': ['mutation', account],
    'serviceAccounts.list': ['query', { project }],
    'serviceAccounts.revokeToken': ['mutation', accountToken],
    'serviceAccounts.rotateToken': ['mutation', accountToken],
    'serviceAccounts.setEnabled': ['mutation', { ...account, enabled: false }],
    'serviceAccounts.tokens': ['query', account],
  };
  expect(Object.keys(inputs).sort(), 'a procedure is missing here').toEqual(await projectProcedures());
  let refused = 0;
  for (const who of [a.owner.caller, token]) {
    for (const [procedure, [kind, input]] of Object.entries(inputs)) {
      const answer = await askAs(who, kind, procedure, input);
      expect([403, 404], `${procedure}: ${answer.status} ${answer.text}`).toContain(refusalOf(answer));
      expect(foreignWords(answer), procedure).toEqual([]);
      refused += 1;
    }
    for (const procedure of ['fleet.list', 'fleet.counts', 'operations.list', 'projects.list', 'session.me']) {
      for (const input of [{}, { project }])
        expect(foreignWords(await who.askQuery(procedure, input)), procedure).toEqual([]);
    }
    for (const procedure of ['users.list', 'seeds.list', 'setup.status', 'audit.listAll']) {
      expect((await who.askQuery(procedure, {})).status, procedure).toBe(403);
    }
  }
  const left = await b.owner.caller.query<{ role: string }>('projects.get', { project });
  expect(left.role).toBe('owner');
  figure('procedures of the other project refused', refused);
});

test('the read API gives session and token of A not a byte of B', async () => {
  test.setTimeout(300_000);
  const { a, b } = both;
  let asked = 0;
  const leaks: string[] = [];
  const statuses = new Map<number, number>();
  const look = async (who: Caller, path: string, headers: Record<string, string | string[]> = {}) => {
    const answer = await who.get(path, headers);
    asked += 1;
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    const found = foreignWords(answer);
    if (found.length > 0) leaks.push(`${answer.status} ${path} ${JSON.stringify(headers)}: ${found.join(', ')}`);
    return answer;
  };
  for (const who of [a.owner.caller, token]) {
    for (const call of readCalls()) {
      const direct = await look(who, telemetry(b.slug, call));
      expect(direct.status, telemetry(b.slug, call)).toBe(404);
      for (const headers of forgedHeaders(a, b)) {
        await look(who, telemetry(b.slug, call), headers);
        const own = await look(who, telemetry(a.slug, call), headers);
        if (call.includes('/loki/api/v1/query_range'))
          expect(own.text, JSON.stringify(headers)).toContain(a.secrets.line);
      }
    }
    for (const call of readCalls().slice(0, 1).concat(readCalls().slice(6, 7))) {
      for (const path of trickedPaths(a.slug, b.slug, call)) await look(who, path);
    }
  }
  expect(leaks).toEqual([]);
  const shown = [...statuses].sort(([x], [y]) => x - y).map(([status, count]) => `${status}×${count}`);
  figure('requests against the read API', `${asked}, foreign bytes 0, answers ${shown.join(' ')}`);
});

test('without a credential nothing is told', async () => {
  const nobody = new Caller({ token: 'oriel_pat_unknown' });
  for (const call of readCalls()) {
    const answer = await nobody.get(telemetry(both.b.slug, call));
    expect(answer.status).toBe(401);
    expect(foreignWords(answer)).toEqual([]);
  }
});

test('a revoked token, an ended session and a removed membership are refused within 5 s', async ({ admin }) => {
  const { a } = both;
  const [call = ''] = readCalls();
  const leaver = await addMember(admin, a.slug, 'viewer', `${unique('leaver')}@example.com`);
  const owner = a.owner.caller;
  const path = telemetry(a.slug, call);
  const untilRefused = async (what: string, who: Caller, act: () => Promise<unknown>, refusals: number[]) => {
    await expect.poll(async () => (await who.get(path)).status).toBe(200);
    await act();
    const start = performance.now();
    const look = async () => (refusals.includes((await who.get(path)).status) ? true : undefined);
    await until(`${what} to be refused`, look, { seconds: 30, everyMs: 20 });
    const seconds = secondsSince(start);
    figure(`${what} is refused after`, `${seconds.toFixed(3)} s`, '≤ 5 s');
    expect(seconds).toBeLessThanOrEqual(5);
  };
  const made = await owner.mutate<{ value: string; token: { id: string } }>('tokens.create', { name: 'short-lived' });
  await untilRefused(
    'a revoked token',
    new Caller({ token: made.value }),
    () => owner.mutate('tokens.revoke', { tokenId: made.token.id }),
    [401],
  );
  await untilRefused(
    'a removed member',
    leaver.caller,
    () => owner.mutate('members.remove', { project: a.slug, memberId: leaver.memberId }),
    [403, 404],
  );
  expect((await leaver.caller.askQuery('projects.get', { project: a.slug })).status).toBe(404);
  const stayer = await addMember(admin, a.slug, 'viewer', `${unique('stayer')}@example.com`);
  const { sessions } = await stayer.caller.query<{ sessions: { id: string; current: boolean }[] }>('account.sessions');
  const sessionId = sessions.find(({ current }) => current)?.id ?? '';
  await untilRefused(
    'an ended session',
    stayer.caller,
    () => stayer.caller.mutate('account.revokeSession', { sessionId }),
    [401],
  );
});
