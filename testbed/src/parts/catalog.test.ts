import { readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { catalog, getPart, partNames } from './catalog.ts';
import { groupsFolder } from './env.ts';
import { readSources } from './recipe.ts';
import { fits } from './version.ts';

describe.each(catalog)('$name', (part) => {
  test('is pinned in go.mod to the module version of the catalogue', async () => {
    const [path, version] = part.module.split('@');
    const goMod = (await readSources(part.group))['go.mod'];
    expect(
      goMod?.split('\n').map((line) => line.replace(/^(require|\t)\s*/, '').replace(' // indirect', '')),
    ).toContain(`${path} ${version}`);
  });

  test('has a main package: a tool of go.mod, or main.go in the group', async () => {
    const sources = await readSources(part.group);
    if (part.package === '.') expect(sources['main.go']).toContain('package main');
    else expect(sources['go.mod']?.split('\n').map((line) => line.replace(/^(tool |\t)/, ''))).toContain(part.package);
  });

  test('has its checksums beside it', async () => {
    const [path, version] = part.module.split('@');
    expect((await readSources(part.group))['go.sum']).toContain(`${path} ${version} h1:`);
  });

  test('is built to say the version it is', () => {
    for (const [name, value] of Object.entries(part.variables).filter(([name]) => /version$/i.test(name))) {
      expect(value, name).toContain(part.version);
    }
  });

  test('would accept itself on PATH', () => {
    expect(fits(part, `${part.name}, version v${part.version}`)).toBe(true);
  });
});

test('no local folder stands in for a published module', async () => {
  for (const group of new Set(catalog.map((part) => part.group))) {
    expect((await readSources(group))['go.mod'], group).not.toMatch(/=> \.{1,2}\//);
  }
});

test('every group folder is in the catalogue', async () => {
  const folders = (await readdir(groupsFolder, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual([...new Set(catalog.map((part) => part.group))].sort());
});

test('names are unique', () => {
  expect(new Set(partNames).size).toBe(partNames.length);
});

test('an unknown part is answered with the known ones', () => {
  expect(() => getPart('prometheus')).toThrow(/no part called "prometheus".*promtool/);
});
