import { OrielError } from '@oriel/domain/errors';
import { describe, expect, test } from 'vitest';
import { SecretBox } from './secret-box.ts';
import { MemoryKeyProvider, sealAsV1 } from './testing/keys.ts';

const keys = new MemoryKeyProvider();
const box = new SecretBox(keys);
const place = { table: 'clusters', id: '6f0c', column: 'kubeconfig_envelope' };
const partsOf = async (text: string) => (await box.seal(place, text)).split('.');

describe('seal and open', () => {
  test('give back what went in, and never twice the same envelope', async () => {
    const sealed = await box.seal(place, 'apiVersion: v1 ✓');
    expect(await box.open(place, sealed)).toBe('apiVersion: v1 ✓');
    expect(await box.seal(place, 'apiVersion: v1 ✓')).not.toBe(sealed);
    expect(sealed).not.toContain('apiVersion');
    // A wrapped key: 12 bytes of IV, 16 of tag, 32 of key.
    expect(sealed).toMatch(/^v2\.k1\.[\w-]{80}\.[\w-]+$/);
  });

  test.each([
    ['row', { ...place, id: '6f0d' }],
    ['column', { ...place, column: 'other' }],
    ['table', { ...place, table: 'seeds' }],
  ])('bind a secret to its %s', async (_, elsewhere) => {
    await expect(box.open(elsewhere, await box.seal(place, 'secret'))).rejects.toThrow(/belongs elsewhere/);
    await expect(box.rewrap(elsewhere, await box.seal(place, 'secret'))).rejects.toThrow(/belongs elsewhere/);
  });

  test('notice every changed or exchanged part', async () => {
    const parts = await partsOf('a secret long enough');
    const other = await partsOf('another secret');
    for (const index of [2, 3]) {
      const swap = (text: string) => parts.map((part, at) => (at === index ? text : part)).join('.');
      const part = parts[index] ?? '';
      await expect(box.open(place, swap(`${part[0] === 'A' ? 'B' : 'A'}${part.slice(1)}`))).rejects.toThrow(/changed/);
      await expect(box.open(place, swap(other[index] ?? ''))).rejects.toThrow(/changed/);
      await expect(box.open(place, swap(part.slice(0, 8)))).rejects.toThrow(/changed/);
      await expect(box.open(place, swap(''))).rejects.toThrow(/changed/);
    }
  });

  test.each(['plain text', '', 'v2', 'v2.k1', 'v2.k1.AAAA', 'v2.%zz.AAAA.AAAA', 'v3.k1.AAAA.AAAA', 'v2..AAAA.AAAA'])(
    'refuse "%s"',
    async (text) => {
      await expect(box.open(place, text)).rejects.toThrow(/form is unknown/);
    },
  );

  test('say which key is missing', async () => {
    const sealed = await new SecretBox(new MemoryKeyProvider('k9')).seal(place, 'secret');
    await expect(box.open(place, sealed)).rejects.toThrow(/needs the key "k9"/);
  });

  test('take any name a key service may give its keys', async () => {
    const arn = 'arn:aws:kms:eu-1:0:key/1.2%3';
    const service = new SecretBox(new MemoryKeyProvider(arn));
    const sealed = await service.seal(place, 'secret');
    expect(sealed.split('.')).toHaveLength(4);
    expect(await service.open(place, sealed)).toBe('secret');
  });

  test('a service that is away is not taken for a broken secret', async () => {
    const service = new MemoryKeyProvider();
    const away = new SecretBox(service);
    const sealed = await away.seal(place, 'secret');
    service.failure = new OrielError('unavailable', 'The key service does not answer.');
    await expect(away.open(place, sealed)).rejects.toMatchObject({ code: 'unavailable', retryable: true });
    await expect(away.rewrap(place, sealed)).rejects.toMatchObject({ retryable: true });
  });
});

describe('rewrap', () => {
  test('changes the key and the wrapped data key, and nothing else', async () => {
    const service = new MemoryKeyProvider('k1');
    const rotated = new SecretBox(service);
    const before = await rotated.seal(place, 'secret');
    service.addKey('k2');
    const after = await rotated.rewrap(place, before);
    expect(after).toMatch(/^v2\.k2\./);
    expect(after.split('.')[3]).toBe(before.split('.')[3]);
    expect(after.split('.')[2]).not.toBe(before.split('.')[2]);
    service.keys.delete('k1');
    expect(await rotated.open(place, after)).toBe('secret');
    await expect(rotated.open(place, before)).rejects.toThrow(/needs the key "k1"/);
  });

  test('refuses what would not open afterwards', async () => {
    const [form, id, wrapped, sealed = ''] = await partsOf('secret');
    const broken = [form, id, wrapped, `${sealed[0] === 'A' ? 'B' : 'A'}${sealed.slice(1)}`].join('.');
    await expect(box.rewrap(place, broken)).rejects.toThrow(/changed/);
  });
});

describe('envelopes of the first form', () => {
  const key = keys.keys.get('k1') ?? new Uint8Array();
  const former = sealAsV1('k1', key, place, 'from before');

  test('open at their place, and become the second form', async () => {
    expect(await box.open(place, former)).toBe('from before');
    await expect(box.open({ ...place, id: '6f0d' }, former)).rejects.toThrow(/belongs elsewhere/);
    const now = await box.rewrap(place, former);
    expect(now).toMatch(/^v2\.k1\./);
    expect(await box.open(place, now)).toBe('from before');
  });

  test('cannot be passed off as the second form, nor the second as the first', async () => {
    const [, id, iv = '', tag = '', data = ''] = sealAsV1('k1', key, place, 'x'.repeat(32)).split('.');
    const bytes = Buffer.concat([iv, tag, data].map((part) => Buffer.from(part, 'base64url')));
    const [, , , sealed] = await partsOf('secret');
    await expect(box.open(place, ['v2', id, bytes.toString('base64url'), sealed].join('.'))).rejects.toThrow(/changed/);
    const wrapped = Buffer.from((await partsOf('secret'))[2] ?? '', 'base64url');
    const pieces = [wrapped.subarray(0, 12), wrapped.subarray(12, 28), wrapped.subarray(28)];
    const posed = ['v1', 'k1', ...pieces.map((piece) => piece.toString('base64url'))].join('.');
    await expect(box.open(place, posed)).rejects.toThrow(/changed/);
  });
});
