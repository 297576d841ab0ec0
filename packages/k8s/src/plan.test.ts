import { expect, test } from 'vitest';
import { labels, managedByValue } from './labels.ts';
import { type KubernetesObject, keyOf, withDesiredHash } from './objects.ts';
import { describePlan, makePlan } from './plan.ts';

const clusterId = 'id-1';
const owned = { [labels.managedBy]: managedByValue, [labels.cluster]: clusterId };

function configMap(name: string, data: Record<string, string>, more: Record<string, string> = owned): KubernetesObject {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'oriel-agent', labels: more }, data };
}
function daemonSet(name: string): KubernetesObject {
  return { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name, namespace: 'oriel-agent', labels: owned } };
}
const observedOf = (owned: KubernetesObject[], strangers: KubernetesObject[] = []) => ({
  owned: new Map(owned.map((object) => [keyOf(object), object])),
  strangers: new Map(strangers.map((object) => [keyOf(object), object])),
});

test('creates what is missing, keeps what is right, removes what is left over', () => {
  const kept = withDesiredHash(configMap('kept', { a: '1' }));
  const plan = makePlan({
    clusterId,
    desired: [daemonSet('new'), configMap('kept', { a: '1' })],
    observed: observedOf([kept, configMap('old', {}), daemonSet('old')]),
  });
  expect(plan.changes.map(({ action, object }) => `${action} ${object.kind} ${object.metadata.name}`)).toEqual([
    'unchanged ConfigMap kept',
    'create DaemonSet new',
    'delete DaemonSet old',
    'delete ConfigMap old',
  ]);
  expect(describePlan(plan)).toBe('1 to create, 0 to update, 1 unchanged, 2 to remove');
});

test('drift is a difference in an object that was applied just like this before', () => {
  const before = withDesiredHash(configMap('c', { a: '1' }));
  const edited = { ...before, data: { a: '2' } };
  const [change] = makePlan({
    clusterId,
    desired: [configMap('c', { a: '1' })],
    observed: observedOf([edited]),
  }).changes;
  expect(change).toMatchObject({ action: 'update', drift: true, summary: ['.data.a: 2 → 1'] });
});

test('a difference that comes with a new version is no drift', () => {
  const before = withDesiredHash(configMap('c', { a: '1' }));
  const [change] = makePlan({
    clusterId,
    desired: [configMap('c', { a: '2' })],
    observed: observedOf([before]),
  }).changes;
  expect(change).toMatchObject({ action: 'update', drift: false });
});

test('a field that is no longer desired still makes an update', () => {
  const before = withDesiredHash(configMap('c', { a: '1', b: '2' }));
  const [change] = makePlan({
    clusterId,
    desired: [configMap('c', { a: '1' })],
    observed: observedOf([before]),
  }).changes;
  expect(change?.action).toBe('update');
  expect(change?.summary).toEqual(['a field that is no longer wanted']);
});

test('what belongs to nobody or to another registration blocks the plan, and is never removed', () => {
  const foreign = configMap('mine', {}, { ...owned, [labels.cluster]: 'id-2' });
  const leftover = configMap('theirs', {}, { ...owned, [labels.cluster]: 'id-2' });
  const stranger = configMap('plain', {}, {});
  const input = {
    clusterId,
    desired: [configMap('mine', {}), configMap('plain', {})],
    observed: observedOf([foreign, leftover], [stranger]),
  };
  expect(makePlan(input).blockers).toEqual([
    { object: 'ConfigMap mine', owner: 'id-2' },
    { object: 'ConfigMap plain', owner: undefined },
  ]);
  expect(makePlan(input).counts.delete).toBe(0);
  expect(makePlan({ ...input, takeOver: true })).toMatchObject({ blockers: [], counts: { delete: 1 } });
});

test('a secret shows that it changed, not what', () => {
  const secret = (value: string): KubernetesObject => ({
    ...configMap('s', {}),
    kind: 'Secret',
    data: { 'tls.key': value },
  });
  const [change] = makePlan({ clusterId, desired: [secret('bmV3')], observed: observedOf([secret('b2xk')]) }).changes;
  expect(change?.summary).toContain('.data.tls.key: changed');
  expect(JSON.stringify(change?.summary)).not.toMatch(/bmV3|b2xk/);
});
