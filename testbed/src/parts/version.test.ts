import { expect, test } from 'vitest';
import { fits, isAtLeast, isPinned, parseVersion } from './version.ts';

// What the programs really print.
test.each([
  ['Kubernetes v1.34.4', [1, 34, 4]],
  ['Client Version: v1.34.4\nKustomize Version: v5.7.1', [1, 34, 4]],
  ['loki, version 3.7.8 (branch: , revision: )\n  go version:       go1.26.8', [3, 7, 8]],
  ['Mimir, version 3.0.5 (branch: main, revision: aced80d74930)', [3, 0, 5]],
  ['alloy, version v1.19.0 (branch: , revision: )', [1, 19, 0]],
  ['kwok version v0.7.0 go1.26.8 (linux/amd64)', [0, 7, 0]],
  ['CoreDNS-1.13.1\nlinux/amd64, go1.26.8, ', [1, 13, 1]],
  ['go version go1.26.8, version 2.18', [2, 18, 0]],
])('%s', (output, version) => {
  expect(parseVersion(output)).toEqual(version);
});

test('no version is no version', () => {
  expect(parseVersion('loki, version dev (branch: , revision: )')).toBeUndefined();
  expect(fits({ version: '3.7.8', accepts: 'same-minor' }, 'version dev')).toBe(false);
});

test('numbers are compared as numbers', () => {
  expect(isAtLeast([1, 10, 0], [1, 9, 9])).toBe(true);
  expect(isAtLeast([1, 9, 9], [1, 10, 0])).toBe(false);
  expect(isAtLeast([1, 9, 1], [1, 9, 1])).toBe(true);
});

test.each([
  ['same-minor', '1.34.0', true],
  ['same-minor', '1.34.9', true],
  ['same-minor', '1.35.0', false],
  ['same-minor', '1.33.9', false],
  ['same-major', '1.34.0', true],
  ['same-major', '1.40.0', true],
  ['same-major', '1.33.9', false],
  ['same-major', '2.0.0', false],
] as const)('%s as 1.34.4 accepts %s: %s', (accepts, found, expected) => {
  expect(fits({ version: '1.34.4', accepts }, `version v${found}`)).toBe(expected);
});

test('a fresh build has to be exactly the pinned version', () => {
  expect(isPinned({ version: '1.34.4' }, 'Kubernetes v1.34.4')).toBe(true);
  expect(isPinned({ version: '1.34.4' }, 'Kubernetes v1.34.5')).toBe(false);
  expect(isPinned({ version: '1.34.4' }, 'no version')).toBe(false);
});
