import { expect, test } from 'vitest';
import { findDebian } from './debian.ts';
import { debianNames, getDebianProgram } from './debian-packages.ts';

test('an unknown program is answered with the known ones', async () => {
  await expect(findDebian('docker')).rejects.toThrow(/no Debian program called "docker".*containerd/);
  expect(() => getDebianProgram('constructor')).toThrow(/no Debian program/);
});

test('package names are what apt-get takes', () => {
  for (const name of debianNames) expect(getDebianProgram(name).package).toMatch(/^[a-z0-9][a-z0-9+.-]+$/);
});
