import { expect, test } from 'vitest';
import { importsOf } from './imports.ts';

test('finds imports of every kind, with their lines', () => {
  const text = `import a from 'static';
import type { B } from 'type-only';
import 'for-its-effect';
export { c, d } from 're-export';
export * from 'star';
const e = await import('dynamic');
type F = import('in-a-type').F;
const g = await import(\`./\${a}.ts\`);
const text = "import x from 'not-an-import'";
`;
  expect(importsOf('file.ts', text)).toEqual([
    { specifier: 'static', line: 1 },
    { specifier: 'type-only', line: 2 },
    { specifier: 'for-its-effect', line: 3 },
    { specifier: 're-export', line: 4 },
    { specifier: 'star', line: 5 },
    { specifier: 'dynamic', line: 6 },
    { specifier: 'in-a-type', line: 7 },
    { specifier: undefined, line: 8 },
  ]);
});

test('a file that cannot be parsed is not passed over', () => {
  expect(() => importsOf('broken.ts', 'import {')).toThrow('broken.ts cannot be parsed');
});
