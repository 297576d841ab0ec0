import { expect, it } from 'vitest';
import { describeChange } from './record-change.ts';

const resource = '/apis/dashboard.grafana.app/v1beta1/namespaces/org-7';

it.each([
  ['/api/dashboards/db', { dashboard: { uid: 'abc', title: 'Orders' } }, 'dashboard abc Orders'],
  ['/api/dashboards/db', { dashboard: { uid: null, title: 'New' } }, 'dashboard undefined New'],
  ['/api/dashboards/import', 'no object', 'dashboard undefined undefined'],
  ['/api/dashboards/uid/abc', undefined, 'dashboard abc undefined'],
  ['/api/dashboards/uid/abc/restore', { version: 3 }, 'dashboard abc undefined'],
  ['/api/folders', { title: 'Shop' }, 'folder undefined Shop'],
  ['/api/folders/f1/move', { parentUid: 'f2' }, 'folder f1 undefined'],
  ['/api/library-elements', { uid: 'l1', name: 'Rate' }, 'library_panel l1 Rate'],
  ['/api/annotations/7', { text: 'deployed' }, 'annotation 7 undefined'],
  [`${resource}/dashboards`, { metadata: { name: 'abc' }, spec: { title: 'Orders' } }, 'dashboard abc Orders'],
  [`${resource}/librarypanels/l1`, undefined, 'library_panel l1 undefined'],
  ['/apis/folder.grafana.app/v1beta1/namespaces/org-7/folders/f1', undefined, 'folder f1 undefined'],
])('%s with %j is about %s', (path, sent, about) => {
  const body = sent === undefined ? null : Buffer.from(JSON.stringify(sent));
  const { kind, uid, title } = describeChange({ path, body });
  expect(`${kind} ${uid} ${title}`).toBe(about);
});
