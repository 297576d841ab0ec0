import { statusError } from '@oriel/k8s/status-errors';
import { expect, it } from 'vitest';
import { takeOverOf } from './take-over.ts';

const at = '2026-11-21T14:32:08.000Z';
const inSync = (message: string, status: 'True' | 'False' = 'False') => [
  { type: 'InSync', status, reason: 'FieldConflict', message, lastTransitionAt: at, observedAt: at },
];
const conflict = (causes: readonly [field: string, manager: string][]) =>
  statusError({
    what: 'apply DaemonSet oriel-agent/oriel-agent-logs',
    status: 409,
    retryAfter: undefined,
    conceal: (text) => text,
    body: {
      kind: 'Status',
      details: {
        causes: causes.map(([field, manager]) => ({
          reason: 'FieldManagerConflict',
          message: `conflict with "${manager}" using apps/v1`,
          field,
        })),
      },
    },
  }).message;

it('names the object, each field and its manager', () => {
  const image = '.spec.template.spec.containers[name="alloy"].image';
  const grace = '.spec.template.spec.terminationGracePeriodSeconds';
  const message = conflict([
    [image, 'argocd-controller'],
    [grace, 'kubectl-edit'],
  ]);
  expect(takeOverOf(inSync(message))).toEqual({
    message,
    object: 'DaemonSet oriel-agent/oriel-agent-logs',
    fields: [
      { field: image, manager: 'argocd-controller' },
      { field: grace, manager: 'kubectl-edit' },
    ],
    more: 0,
  });
});

it('counts the fields that the sentence leaves out', () => {
  const message = conflict([1, 2, 3, 4, 5].map((index) => [`.spec.f${index}`, 'helm']));
  expect(takeOverOf(inSync(message))).toMatchObject({ fields: { length: 3 }, more: 2 });
});

it('keeps the sentence where whole objects stand in the way', () => {
  const message =
    'Namespace oriel-agent in the cluster does not belong to Oriel. Nothing was changed. Rename or remove it, or apply again and choose to take over.';
  expect(takeOverOf(inSync(message))).toEqual({ message, object: undefined, fields: [], more: 0 });
});

it('offers nothing without a conflict', () => {
  expect(takeOverOf([])).toBeUndefined();
  expect(takeOverOf(inSync('The cluster holds what it should.', 'True'))).toBeUndefined();
  expect(takeOverOf(inSync('The account lacks 2 of 40 rights.'))).toBeUndefined();
  expect(takeOverOf(inSync(conflict([])))).toBeUndefined();
});
