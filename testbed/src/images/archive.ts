import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { arch } from 'node:os';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Header, type Pack, pack } from 'tar-stream';
import type { Image } from './image.ts';

/** Nothing in an image may depend on when or where it was made: equal content, equal digest. */
const epoch = new Date(0);

export interface Layer {
  /** `sha256:…` of the layer's tar: names the content of the image. */
  readonly digest: string;
  readonly size: number;
}

/** Reads everything once. */
export async function measureLayer(image: Image): Promise<Layer> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of packLayer(image)) {
    hash.update(chunk);
    size += chunk.length;
  }
  return { digest: `sha256:${hash.digest('hex')}`, size };
}

/** The image as `docker save` writes it, which every runtime imports; streamed, never on disk as a whole. */
export function packImage(image: Image, layer: Layer): Readable {
  return packed(async (tar) => {
    await addStream(tar, { name: 'layer.tar', size: layer.size }, packLayer(image));
    addText(tar, 'config.json', JSON.stringify(imageConfig(image, layer)));
    addText(
      tar,
      'manifest.json',
      JSON.stringify([{ Config: 'config.json', RepoTags: [image.name], Layers: ['layer.tar'] }]),
    );
  });
}

/** @see https://github.com/opencontainers/image-spec/blob/main/config.md */
export function imageConfig(image: Image, layer: Layer): object {
  const architectures: Record<string, string> = { x64: 'amd64' };
  const env = { PATH: '/bin', ...image.env };
  return {
    architecture: architectures[arch()] ?? arch(),
    os: 'linux',
    created: epoch.toISOString(),
    config: {
      Entrypoint: image.entrypoint,
      Cmd: image.command ?? [],
      Env: Object.entries(env).map(([name, value]) => `${name}=${value}`),
      WorkingDir: '/',
      ...(image.user !== undefined && { User: image.user }),
    },
    rootfs: { type: 'layers', diff_ids: [layer.digest] },
  };
}

function packLayer(image: Image): Readable {
  return packed(async (tar) => {
    tar.entry({ name: 'tmp/', type: 'directory', mode: 0o1777, mtime: epoch });
    for (const folder of foldersOf(image))
      tar.entry({ name: `${folder}/`, type: 'directory', mode: 0o755, mtime: epoch });
    for (const [path, file] of Object.entries(image.binaries)) {
      const { size } = await stat(file);
      await addStream(
        tar,
        { name: relative(path), size, mode: 0o755 },
        createReadStream(file, { highWaterMark: 1 << 20 }),
      );
    }
    for (const [path, text] of Object.entries(image.texts ?? {})) addText(tar, relative(path), text);
    for (const [path, linkname] of Object.entries(image.links ?? {})) {
      tar.entry({ name: relative(path), type: 'symlink', linkname, mode: 0o777, mtime: epoch });
    }
  });
}

/** Every folder that a file is in, parents first. */
export function foldersOf(image: Image): string[] {
  const folders = new Set<string>();
  for (const path of [image.binaries, image.texts ?? {}, image.links ?? {}].flatMap((entries) =>
    Object.keys(entries),
  )) {
    const parts = relative(path).split('/').slice(0, -1);
    for (let depth = 1; depth <= parts.length; depth++) folders.add(parts.slice(0, depth).join('/'));
  }
  folders.delete('tmp');
  return [...folders].sort();
}

const relative = (path: string): string => path.replace(/^\/+/, '');

/** Starts writing at once; whoever reads the stream sets the pace and sees an error of the writing. */
function packed(write: (tar: Pack) => Promise<void>): Readable {
  const tar = pack();
  write(tar).then(
    () => tar.finalize(),
    (error: Error) => tar.destroy(error),
  );
  // tar-stream brings its own streams; Node's pipeline and its errors are wanted here.
  return Readable.from(tar, { objectMode: false });
}

function addText(tar: Pack, name: string, text: string): void {
  tar.entry({ name, mode: 0o644, mtime: epoch }, text);
}

async function addStream(tar: Pack, header: Partial<Header> & Pick<Header, 'name'>, content: Readable): Promise<void> {
  const done = Promise.withResolvers<void>();
  const sink = tar.entry({ mode: 0o644, mtime: epoch, ...header }, (error) =>
    error ? done.reject(error) : done.resolve(),
  );
  await pipeline(content, sink);
  await done.promise;
}
