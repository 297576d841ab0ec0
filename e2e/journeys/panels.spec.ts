import { setTimeout as sleep } from 'node:timers/promises';
import { platformDashboards, projectDashboards } from '@oriel/dashboards/dashboards';
import { panelsOf, type Target, targetsOf } from '@oriel/dashboards/testing/targets';
import { uids } from '@oriel/dashboards/uids';
import { platformOrgId } from '@oriel/domain/platform-tenant';
import { asMember, type Found, ofTenant, runTarget, tell } from '../fixtures/dashboards.ts';
import { figure } from '../fixtures/figures.ts';
import { unique } from '../fixtures/names.ts';
import { addMember } from '../fixtures/people.ts';
import { tenantOf } from '../fixtures/stores.ts';
import { expect, test } from '../fixtures/test.ts';

const project = projectDashboards();
const ofSeeds: readonly string[] = [uids.seeds, uids.loki, uids.mimir];
const platform = platformDashboards();
const countOfPanels = (list: typeof project) => list.flatMap(panelsOf).filter(({ type }) => type !== 'row').length;

/** Rates need samples of some minutes, and the clusters are young: what has nothing yet is asked again. */
async function untilAllHave(targets: readonly Target[], run: (target: Target) => Promise<Found>): Promise<Found[]> {
  const deadline = performance.now() + 240_000;
  for (let left = targets; ; ) {
    const found: Found[] = [];
    for (const target of left) found.push(await run(target));
    const empty = found.filter(({ results }) => results === 0);
    // Time heals what is empty, not what is refused.
    const isRefused = empty.some(({ status }) => status >= 400 && status < 500 && status !== 429);
    if (empty.length === 0 || isRefused || performance.now() > deadline) return empty;
    left = empty.map(({ target }) => target);
    await sleep(10_000);
  }
}

test.describe.configure({ timeout: 360_000 });

test('every panel of a project has data for a member, through the gateway', async ({ admin }) => {
  const { caller } = await addMember(admin, 'demo', 'viewer', `${unique('panels')}@example.com`);
  const targets = project.flatMap(targetsOf);
  const empty = await untilAllHave(targets, (target) => runTarget(asMember(caller, 'demo'), target));
  figure('project dashboards: panels', countOfPanels(project));
  figure('project dashboards: queries without data', empty.length, `0 of ${targets.length}`);
  expect(empty.map(tell)).toEqual([]);
});

test('whoever may read one namespace only gets answers too, and figures of their pods', async ({ admin }) => {
  const email = `${unique('narrow')}@example.com`;
  const { caller, memberId } = await addMember(admin, 'demo', 'viewer', email);
  await admin.mutate('members.change', { project: 'demo', memberId, clusters: 'all', namespaces: ['shop'] });
  const found: Found[] = [];
  for (const target of project.flatMap(targetsOf)) found.push(await runTarget(asMember(caller, 'demo'), target));
  const refused = found.filter(({ status }) => status !== 200);
  figure('one namespace: queries refused', refused.length, `0 of ${found.length}`);
  expect(refused.map(tell)).toEqual([]);
  const own: readonly string[] = [uids.pods, uids.namespaces, uids.logs];
  const empty = found.filter(({ target, results }) => own.includes(target.dashboard) && results === 0);
  // The sample workload sets no CPU limit: nothing holds it back.
  expect(empty.filter(({ target }) => !/_limits|_cfs_/.test(target.expr)).map(tell)).toEqual([]);
});

test('every panel for administrators has data', async () => {
  const demo = ofTenant(await tenantOf('demo'));
  const seeds = ofTenant(platformOrgId);
  const targets = platform.flatMap(targetsOf);
  // A quiet seed says nothing: its lines may be missing.
  const mayBeEmpty = new Set(
    platform
      .flatMap(panelsOf)
      .filter(({ type }) => type === 'logs')
      .map(({ title }) => title),
  );
  const wanted = targets.filter(({ dashboard, panel }) => !ofSeeds.includes(dashboard) || !mayBeEmpty.has(panel));
  const empty = await untilAllHave(wanted, (target) =>
    runTarget(ofSeeds.includes(target.dashboard) ? seeds : demo, target),
  );
  figure('dashboards for administrators: panels', countOfPanels(platform));
  figure('dashboards for administrators: queries without data', empty.length, `0 of ${wanted.length}`);
  expect(empty.map(tell)).toEqual([]);
});

test('what seeds say of themselves is no project’s', async ({ admin }) => {
  const { caller } = await addMember(admin, 'demo', 'owner', `${unique('curious')}@example.com`);
  const answer = await caller.get(
    `/api/projects/demo/prometheus/api/v1/query?query=${encodeURIComponent('count({__name__=~"loki_.+|cortex_.+",job=~"oriel-loki|oriel-mimir"})')}`,
  );
  expect(answer.status).toBe(200);
  expect(JSON.parse(answer.text)).toMatchObject({ data: { result: [] } });
});
