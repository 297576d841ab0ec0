import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { frameScript, withFrameScript } from './frame-script.ts';

const oriel = 'https://oriel.example';

/** A window in a frame, as far as the script needs one. */
function openFrame(address: string) {
  const told: unknown[] = [];
  const heard = new Map<string, ((event: unknown) => void)[]>();
  const location = new URL(address);
  const parent = { postMessage: (message: unknown, origin: string) => told.push({ ...(message as object), origin }) };
  const replaceState = (_state: unknown, _title: string, url: URL) => {
    location.href = url.href;
  };
  const dispatched: string[] = [];
  const window = { parent };
  runInNewContext(frameScript(oriel), {
    window,
    location,
    history: { state: null, pushState: replaceState, replaceState },
    document: { title: 'Pods', head: {} },
    addEventListener: (name: string, hear: (event: unknown) => void) =>
      heard.set(name, [...(heard.get(name) ?? []), hear]),
    dispatchEvent: ({ type }: { type: string }) => dispatched.push(type),
    queueMicrotask: (work: () => void) => work(),
    MutationObserver: class {
      observe() {}
    },
    PopStateEvent: class {
      readonly type: string;
      constructor(type: string) {
        this.type = type;
      }
    },
    URL,
  });
  const fire = (name: string, event: unknown = {}) => {
    for (const hear of heard.get(name) ?? []) hear(event);
  };
  return { told, location, dispatched, parent, fire };
}

test('says where Grafana is, to the control plane alone', () => {
  const { told, fire } = openFrame('https://grafana.example/d/oriel-pods/pods?from=now-1h&orgId=2');
  fire('DOMContentLoaded');
  fire('popstate');
  expect(told).toEqual([
    { from: 'oriel-grafana', path: '/d/oriel-pods/pods', search: '?from=now-1h&orgId=2', title: 'Pods', origin: oriel },
  ]);
});

test('takes the range and variables from it, and nothing else', () => {
  const { location, dispatched, parent, fire } = openFrame('https://grafana.example/d/a?from=now-1h&var-pod=x&orgId=2');
  const data = { to: 'oriel-grafana', shared: { from: ['now-6h'], to: ['now'], 'var-ns': ['a', 'b'], orgId: ['9'] } };
  fire('message', { origin: oriel, source: parent, data });
  expect(location.search).toBe('?orgId=2&from=now-6h&to=now&var-ns=a&var-ns=b');
  expect(dispatched).toEqual(['popstate']);
});

test.each([
  ['another origin', (parent: object) => ({ origin: 'https://evil.example', source: parent })],
  ['another window', () => ({ origin: oriel, source: {} })],
])('does not listen to %s', (_who, sender) => {
  const { location, parent, fire } = openFrame('https://grafana.example/d/a?from=now-1h');
  fire('message', { ...sender(parent), data: { to: 'oriel-grafana', shared: { from: ['now-6h'] } } });
  expect(location.search).toBe('?from=now-1h');
});

test('stands first in a page', () => {
  expect(withFrameScript('<html><head><title>a</title></head></html>')).toBe(
    '<html><head><script src="/oriel/frame.js"></script><title>a</title></head></html>',
  );
  expect(withFrameScript('{}')).toBe('{}');
});
