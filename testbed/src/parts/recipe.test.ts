import { expect, test } from 'vitest';
import { getPart } from './catalog.ts';
import { buildFlags, cacheFolder, goEnvironment, recipeHash } from './recipe.ts';

const linux = { goos: 'linux', goarch: 'amd64' };
const alloy = getPart('alloy');
const sources = { 'go.mod': 'module a', 'go.sum': 'b h1:c' };
const hash = recipeHash(alloy, linux, sources);

test('the cache folder says name, version, machine and recipe', async () => {
  const folder = await cacheFolder(getPart('kubectl'), linux, '/cache');
  expect(folder).toMatch(/^\/cache\/kubectl-1\.34\.4-linux-amd64-[0-9a-f]{12}$/);
});

test.each([
  ['a checksum', recipeHash(alloy, linux, { ...sources, 'go.sum': 'b h1:d' })],
  ['a dependency', recipeHash(alloy, linux, { ...sources, 'go.mod': 'module b' })],
  ['a source file', recipeHash(alloy, linux, { ...sources, 'main.go': 'package main' })],
  ['a tag', recipeHash({ ...alloy, tags: ['netgo'] }, linux, sources)],
  ['a linker variable', recipeHash({ ...alloy, variables: {} }, linux, sources)],
  ['cgo', recipeHash({ ...alloy, cgo: false }, linux, sources)],
  ['the package', recipeHash({ ...alloy, package: './other' }, linux, sources)],
  ['the processor', recipeHash(alloy, { ...linux, goarch: 'arm64' }, sources)],
])('%s changes the recipe', (_, other) => {
  expect(other).not.toBe(hash);
});

test('the order of files does not', () => {
  expect(recipeHash(alloy, linux, { 'go.sum': sources['go.sum'], 'go.mod': sources['go.mod'] })).toBe(hash);
});

test('two programs of one group differ', () => {
  const [a, b] = ['kubelet', 'kube-proxy'].map((name) => recipeHash(getPart(name), linux, sources));
  expect(a).not.toBe(b);
});

test('with cgo, what goes into an image is linked statically, where that can be done', () => {
  expect(buildFlags(alloy, linux).join(' ')).toContain("-linkmode external -extldflags '-static'");
  expect(buildFlags(alloy, { ...linux, goos: 'darwin' }).join(' ')).not.toContain('static');
  expect(buildFlags(getPart('loki'), linux).join(' ')).not.toContain('static');
});

test("the user's Go settings do not leak into a build, the proxy does", () => {
  const user = {
    GOFLAGS: '-mod=vendor',
    GOWORK: '/home/me/go.work',
    GOOS: 'windows',
    GOPROXY: 'https://proxy.example',
  };
  expect(goEnvironment({ cgo: false }, linux, user)).toEqual({
    CGO_ENABLED: '0',
    GOOS: 'linux',
    GOARCH: 'amd64',
    GOFLAGS: '',
    GOGC: '400',
    GOWORK: 'off',
    GOPROXY: 'https://proxy.example',
  });
});

test('a machine short of memory says how often the compiler collects garbage', () => {
  expect(goEnvironment({ cgo: false }, linux, { GOGC: '50' })['GOGC']).toBe('50');
});
