import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { extract } from 'tar-stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldersOf, measureLayer, packImage } from './archive.ts';
import type { Image } from './image.ts';

let folder: string;
let image: Image;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oriel-archive-'));
  // Larger than any buffer on the way, and no multiple of tar's blocks.
  await writeFile(join(folder, 'program'), Buffer.alloc(3_000_001, 'x'));
  image = {
    name: 'oriel.local/test:1',
    entrypoint: ['/bin/program'],
    user: '65534:65534',
    binaries: { '/bin/program': join(folder, 'program') },
    texts: { '/etc/app/config': 'a: 1\n' },
    links: { '/bin/sh': 'program' },
  };
});

afterAll(() => rm(folder, { recursive: true }));

interface Entry {
  readonly type: string;
  readonly mode: number;
  readonly content: Buffer;
}

async function unpack(source: Readable): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  for await (const entry of source.pipe(extract())) {
    const chunks: Buffer[] = [];
    for await (const chunk of entry) chunks.push(chunk as Buffer);
    const { name, type = 'file', mode = 0 } = entry.header;
    entries.set(name, { type: type ?? 'file', mode, content: Buffer.concat(chunks) });
  }
  return entries;
}

describe('packImage', () => {
  it('writes layer, configuration and manifest that belong together', async () => {
    const layer = await measureLayer(image);
    const outer = await unpack(packImage(image, layer));
    const read = (name: string) => outer.get(name)?.content ?? Buffer.alloc(0);
    expect(JSON.parse(read('manifest.json').toString())).toEqual([
      { Config: 'config.json', RepoTags: ['oriel.local/test:1'], Layers: ['layer.tar'] },
    ]);
    const digest = `sha256:${createHash('sha256').update(read('layer.tar')).digest('hex')}`;
    expect(layer).toEqual({ digest, size: read('layer.tar').length });
    expect(JSON.parse(read('config.json').toString())).toMatchObject({
      os: 'linux',
      config: { Entrypoint: ['/bin/program'], User: '65534:65534', Env: ['PATH=/bin'] },
      rootfs: { diff_ids: [digest] },
    });
    const inner = await unpack(Readable.from([read('layer.tar')]));
    expect([...inner].map(([name, { type, mode }]) => `${name} ${type} ${mode.toString(8)}`)).toEqual([
      'tmp/ directory 1777',
      'bin/ directory 755',
      'etc/ directory 755',
      'etc/app/ directory 755',
      'bin/program file 755',
      'etc/app/config file 644',
      'bin/sh symlink 777',
    ]);
    expect(inner.get('bin/program')?.content.length).toBe(3_000_001);
  });

  it('gives equal digests for equal content', async () => {
    expect(await measureLayer(image)).toEqual(await measureLayer(image));
  });

  it('fails when a binary is missing, rather than making half an image', async () => {
    await expect(measureLayer({ ...image, binaries: { '/bin/x': join(folder, 'missing') } })).rejects.toThrow('ENOENT');
  });
});

it('lists folders parents first, without /tmp, which is special', () => {
  expect(foldersOf({ ...image, texts: { '/a/b/c/file': '', '/tmp/x': '' } })).toEqual(['a', 'a/b', 'a/b/c', 'bin']);
});
