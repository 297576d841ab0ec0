import { cp, mkdir, readdir, rename } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import type { FrontEndRecipe } from './front-end-recipe.ts';

/** Moves what a running Grafana reads out of the built sources: `conf`, and `public` without sources and tests. */
export async function collect(source: string, into: string, recipe: FrontEndRecipe): Promise<void> {
  const from = join(source, 'public');
  const to = join(into, 'public');
  await mkdir(to, { recursive: true });
  await rename(join(source, 'conf'), join(into, 'conf'));
  for (const folder of recipe.publicFolders) await rename(join(from, folder), join(to, folder));
  await cp(join(from, 'robots.txt'), join(to, 'robots.txt'));
  const wanted = new Set(recipe.pluginFiles.map((ending) => `.${ending}`));
  const plugins = join('app', 'plugins');
  for (const entry of await readdir(join(from, plugins), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !wanted.has(extname(entry.name))) continue;
    const file = join(entry.parentPath, entry.name);
    const target = join(to, file.slice(from.length));
    await mkdir(dirname(target), { recursive: true });
    await cp(file, target);
  }
}
