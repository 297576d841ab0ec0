import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { checkBoundaries } from './check.ts';

const scripts = resolve(import.meta.dirname, '..');
const broken = join(scripts, 'fixtures/broken-boundaries');

test('finds every way over a boundary in a tree made of them, and nothing else', async () => {
  const { findings } = await checkBoundaries(broken);
  expect(findings.map(({ file, message }) => `${file} ${message}`)).toEqual([
    'apps/gateway/src/gateway.ts "@oriel/worker/main": nothing imports an application; move what is shared into a package',
    'apps/web/src/features/logs/components/alias.tsx "@/server/db": components run in the browser; they reach the server by tRPC',
    'apps/web/src/features/logs/components/typed.tsx "../server/service.ts": components run in the browser; they reach the server by tRPC',
    'apps/web/src/ui/badge.tsx "../features/logs/components/alias.tsx": src/ui knows no feature and no page',
    'packages/domain/src/up.ts "@oriel/db/client": imports point down: domain does not stand above db',
    'packages/k8s/src/app.ts "../../../apps/gateway/src/gateway.ts": nothing imports an application; move what is shared into a package',
    'packages/k8s/src/sideways.ts "@oriel/ingest/certificates": imports point down: k8s does not stand above ingest',
    'packages/k8s/src/tool.ts "@oriel/testbed/ports": the product does not know its tools (testbed, e2e, bench, scripts)',
    'testbed/src/computed.ts a computed import cannot be checked; write the module as a plain string',
    'testbed/src/long.ts 252 lines; split it (at most 250)',
  ]);
});

test.each([
  ['a tree that breaks them', broken],
  ['a folder without any source, where nothing would be checked', join(scripts, 'fixtures/broken-boundaries/packages')],
])('the command fails on %s', (_, root) => {
  const { status } = spawnSync(process.execPath, [join(scripts, 'check-boundaries.ts'), root]);
  expect(status).toBe(1);
});
