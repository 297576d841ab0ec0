import { randomUUID } from 'node:crypto';
import { newOpaqueToken } from '@oriel/db/opaque-token';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { publicOrigin } from '../testing/gateway-under-test.ts';
import { globalWorld, projects } from '../testing/global-world.ts';
import { errorOf } from '../testing/read-world.ts';
import type { Recorder } from '../testing/recorder.ts';
import { openTestTail, type TestTail } from '../testing/tail.ts';

const world = globalWorld();
const read = (path: string, headers: Record<string, string> = world.root.byToken) =>
  fetch(`${world.gateway.origin}/api/global/${path}`, { headers });
const tenantsOf = ({ requests }: Recorder) =>
  requests.map(({ headers }) => String(headers['x-scope-orgid']).split('|'));

/** Each request is answered with one series, as many as it names tenants. */
function countTenants(recorder: Recorder): void {
  recorder.answer = (request, response) => {
    const count = String(request.headers['x-scope-orgid']).split('|').length;
    const result = [{ metric: {}, value: [1, String(count)] }];
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ status: 'success', data: { resultType: 'vector', result } }));
  };
}

function fail(recorder: Recorder): void {
  recorder.answer = (_request, response) => response.writeHead(503).end('away');
}

describe('an administrator', () => {
  it('reads all tenants in parts of at most a hundred, none of them twice', async () => {
    for (const recorder of [world.near, world.far]) countTenants(recorder);
    const answer = (await (await read('prometheus/api/v1/query?query=sum(up)')).json()) as object;
    // 250 projects and the platform's own tenant there, one and the platform's own here.
    expect(answer).toMatchObject({ data: { resultType: 'vector', result: [{ metric: {}, value: [1, '253'] }] } });
    const parts = tenantsOf(world.near);
    expect(parts.map(({ length }) => length).sort()).toEqual([83, 84, 84]);
    expect(parts.flat().sort()).toEqual([...projects.map((slug) => `${slug}-org`), 'oriel-platform'].sort());
    for (const part of parts) expect(part).toEqual([...part].sort());
    expect(tenantsOf(world.far)).toEqual([['oriel-platform', 'p000-far']]);
    // All of them speak of the same moment.
    const times = [...world.near.requests, ...world.far.requests].map(({ body }) =>
      new URLSearchParams(body).get('time'),
    );
    expect(new Set(times).size).toBe(1);
    expect(times[0]).toMatch(/^\d+(\.\d+)?$/);
  });

  it('reads the same parts by a page’s session', async () => {
    for (const recorder of [world.near, world.far]) countTenants(recorder);
    const response = await fetch(`${world.gateway.origin}/api/global/prometheus/api/v1/query_range`, {
      method: 'POST',
      headers: { ...world.root.bySession, origin: publicOrigin },
      body: new URLSearchParams({ query: 'sum(up)', start: '1', end: '2', step: '1' }),
    });
    expect(response.status).toBe(200);
    expect(world.near.requests).toHaveLength(3);
  });

  it('reads a project by its name in one request, whatever the query', async () => {
    countTenants(world.near);
    const path = `prometheus/api/v1/query?query=${encodeURIComponent('quantile(0.5, up{project="p007"})')}`;
    const response = await read(path, { ...world.root.byToken, 'x-scope-orgid': 'p001-org' });
    expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('"2"')]);
    expect(tenantsOf(world.near)).toEqual([['oriel-platform', 'p007-org']]);
    expect(tenantsOf(world.far)).toEqual([]);
    expect(world.near.requests[0]?.url).toBe(`/prometheus/api/v1/${path.slice('prometheus/api/v1/'.length)}`);
  });

  it('is told what cannot be put together', async () => {
    const error = await errorOf(await read('prometheus/api/v1/query?query=quantile(0.5,up)'));
    expect(error).toMatchObject({
      status: 400,
      error: expect.stringMatching(/does not follow.*matcher on the label project/),
    });
    expect(world.near.requests).toEqual([]);
  });

  it.each(['push', 'api/v1/write', 'prometheus/api/v1/write', 'loki/api/v1/push', 'loki/api/v1/delete', 'mimir/x'])(
    'finds no other call: %s',
    async (path) => {
      expect((await read(path)).status).toBe(404);
    },
  );

  it('reads rules and alerts tenant by tenant', async () => {
    for (const recorder of [world.near, world.far]) {
      recorder.answer = (request, response) => {
        response.end(JSON.stringify([{ name: request.headers['x-scope-orgid'] }]));
      };
    }
    const receivers = (await (await read('alertmanager/api/v2/receivers')).json()) as object[];
    expect(receivers).toHaveLength(251);
    expect(tenantsOf(world.near).every(({ length }) => length === 1)).toBe(true);
  });
});

describe('a seed that does not answer', () => {
  it('is missing from metrics, and said to be', async () => {
    countTenants(world.near);
    fail(world.far);
    const response = await read('prometheus/api/v1/query?query=sum(up)');
    const answer = (await response.json()) as { warnings: string[]; data: { result: { value: unknown[] }[] } };
    expect([response.status, answer.data.result[0]?.value[1]]).toEqual([200, '251']);
    expect(answer.warnings).toEqual([expect.stringMatching(/Incomplete: 2 tenants of seed "far" are missing/)]);
  });

  it('makes logs fail, which have no place to say so', async () => {
    countTenants(world.near);
    const path = `loki/api/v1/query?query=${encodeURIComponent('sum(rate({a="b"}[1m]))')}`;
    expect(await errorOf(await read(path))).toMatchObject({ status: 503, error: expect.stringContaining('"far"') });
  });

  it('is an error where it is the only one', async () => {
    for (const recorder of [world.near, world.far]) fail(recorder);
    expect((await read('prometheus/api/v1/query?query=sum(up)')).status).toBe(503);
  });

  it('is not one whose store refuses the query', async () => {
    countTenants(world.near);
    world.far.answer = (_request, response) => response.writeHead(422).end('{"error":"too many samples"}');
    const error = await errorOf(await read('prometheus/api/v1/query?query=sum(up)'));
    expect(error).toMatchObject({ status: 400, error: 'too many samples' });
  });
});

describe('nobody else', () => {
  const paths = ['prometheus/api/v1/query?query=up', 'loki/api/v1/labels', 'alertmanager/api/v2/alerts'];
  async function tokenOf(userId: string, confined: object): Promise<Record<string, string>> {
    const { value, hash } = newOpaqueToken('oriel_pat_');
    const expiresAt = new Date(Date.now() + 3_600_000);
    await world.db.apiToken.create({
      data: { userId, name: 'x', tokenHash: hash, prefix: value.slice(0, 14), expiresAt, ...confined },
    });
    return { authorization: `Bearer ${value}` };
  }
  const askers: Readonly<Record<string, () => Promise<Record<string, string>>>> = {
    'an owner of a project': async () => world.olga.byToken,
    'an owner by session': async () => world.olga.bySession,
    'an administrator’s token for a project': () => tokenOf(world.root.userId, { projectId: world.projectId }),
    'an administrator’s token for a cluster': () =>
      tokenOf(world.root.userId, { projectId: world.projectId, clusterIds: [world.clusterId] }),
    'an administrator’s token for a namespace': () =>
      tokenOf(world.root.userId, { projectId: world.projectId, namespaces: ['pay'] }),
    'a service account of a project': async () => {
      const { id } = await world.db.user.create({
        data: { kind: 'service', name: 'bot', email: `${randomUUID()}@x.example`, projectId: world.projectId },
      });
      await world.db.roleBinding.create({ data: { userId: id, projectId: world.projectId, role: 'owner' } });
      return tokenOf(id, {});
    },
  };

  it.each(Object.keys(askers))('%s is refused', async (name) => {
    const headers = (await askers[name]?.()) ?? {};
    for (const path of paths) {
      const error = await errorOf(await read(path, headers));
      expect(error).toMatchObject({ status: 403, error: expect.stringContaining('platform administrators') });
    }
    await expect(openTestTail(world, { ...headers, origin: publicOrigin }, { of: 'global' })).rejects.toThrow(/^403 /);
    expect([...world.near.requests, ...world.far.requests]).toEqual([]);
  });

  it('who is not signed in', async () => {
    for (const path of paths) expect((await read(path, {})).status).toBe(401);
    await expect(openTestTail(world, {}, { of: 'global' })).rejects.toThrow(/^401 /);
  });

  it('a tenant’s name that would be two never reaches a store', async () => {
    const seed = await world.db.seed.findFirstOrThrow({ where: { name: 'near' } });
    const { id } = await world.db.project.create({ data: { slug: 'two', name: 'two' } });
    const data = { projectId: id, seedId: seed.id, orgId: 'p001-org|p002-org' };
    await expect(world.db.tenant.create({ data })).rejects.toThrow();
    await world.db.project.delete({ where: { id } });
  });
});

describe('a live tail', () => {
  const opened: TestTail[] = [];
  afterEach(() => {
    for (const { socket } of opened.splice(0)) socket.terminate();
  });
  async function open(query: string) {
    const tail = await openTestTail(world, world.root.byToken, { query, of: 'global' });
    opened.push(tail);
    return tail;
  }

  it('is one of each project', async () => {
    const tail = await open('{project=~"p000|p003"}');
    expect([...tenantsOf(world.near), ...tenantsOf(world.far)].sort()).toEqual([
      ['p000-far'],
      ['p000-org'],
      ['p003-org'],
    ]);
    for (const socket of [...world.near.tails, ...world.far.tails]) {
      socket.send('{"streams":[{"stream":{"a":"b"},"values":[["1","x"]]}]}');
    }
    await vi.waitFor(() => expect(tail.messages).toHaveLength(3));
    const tenants = tail.messages.map(
      (text) =>
        (JSON.parse(text) as { streams: { stream: Record<string, string> }[] }).streams[0]?.stream.__tenant_id__,
    );
    expect(tenants.sort()).toEqual(['p000-far', 'p000-org', 'p003-org']);
  });

  it('of more than fifty is refused', async () => {
    await expect(open('{app="x"}')).rejects.toThrow(/^400 .*at most 50 tenants.*name projects/i);
    expect(world.near.requests).toEqual([]);
  });

  it('ends with the right to it', async () => {
    const tail = await open('{project="p003"}');
    const where = { id: world.root.userId };
    await world.db.user.update({ where, data: { isPlatformAdmin: false } });
    try {
      expect(await tail.closed).toEqual([4403, expect.stringContaining('platform administrators')]);
      expect(await errorOf(await read('prometheus/api/v1/query?query=up'))).toMatchObject({ status: 403 });
    } finally {
      await world.db.user.update({ where, data: { isPlatformAdmin: true } });
    }
  });
});
