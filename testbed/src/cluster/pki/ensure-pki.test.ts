import { X509Certificate } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensurePki } from './ensure-pki.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oriel-pki-'));
});
afterAll(() => rm(folder, { recursive: true }));

const request = { commonName: 'x', usages: ['server'], addresses: ['10.0.0.1'] } as const;

it('keeps certificates from one start to the next', async () => {
  const [first, second] = [await ensurePki(folder), await ensurePki(folder)];
  expect(second.authority).toEqual(first.authority);
  expect(await second.leaf('x', request)).toEqual(await first.leaf('x', request));
});

it('issues one certificate when two nodes ask for it at once', async () => {
  const pki = await ensurePki(folder);
  const [one, other] = await Promise.all([pki.leaf('shared', request), pki.leaf('shared', request)]);
  expect(one).toEqual(other);
});

it('issues anew for an address that the old certificate does not carry', async () => {
  await (await ensurePki(folder)).leaf('moved', request);
  const moved = await (await ensurePki(folder)).leaf('moved', { ...request, addresses: ['10.0.0.2'] });
  expect(new X509Certificate(moved.certificate).checkIP('10.0.0.2')).toBe('10.0.0.2');
});
