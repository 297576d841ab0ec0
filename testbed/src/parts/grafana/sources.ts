import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuildJob, runGo } from '../compile.ts';
import { groupFolder } from '../env.ts';
import { run } from '../run.ts';
import { type FrontEndRecipe, frontEndFolder, slimManifest, yarnSettings } from './front-end-recipe.ts';

const pagePackages = ['grafana-data', 'grafana-e2e-selectors', 'grafana-runtime', 'grafana-schema', 'grafana-ui'];

/** A copy of the module that may be written to; Go's own is read-only and shared with others. */
export async function copySources(job: BuildJob, into: string): Promise<void> {
  const { group, module } = job.part;
  const [path = ''] = module.split('@');
  const folder = (await runGo(job, groupFolder(group), ['list', '-m', '-f', '{{.Dir}}', path])).trim();
  for (const [command, args] of [
    ['cp', ['-R', folder, into]],
    ['chmod', ['-R', 'u+w', into]],
  ] as const) {
    const { code, stderr } = await run(command, args, { signal: job.signal });
    if (code !== 0) throw new Error(`Grafana's sources could not be copied from ${folder}: ${stderr.trim()}`);
  }
}

/** Takes out what no page needs, and lays our own few files beside the sources. */
export async function preparePages(source: string, recipe: FrontEndRecipe): Promise<void> {
  for (const folder of recipe.removedFolders) await rm(join(source, folder), { recursive: true, force: true });
  for (const folder of ['.', ...pagePackages.map((name) => join('packages', name))]) {
    const file = join(source, folder, 'package.json');
    const manifest = slimManifest(JSON.parse(await readFile(file, 'utf8')), recipe);
    await writeFile(file, JSON.stringify(manifest, null, 2));
  }
  const settings = join(source, '.yarnrc.yml');
  await writeFile(settings, yarnSettings(await readFile(settings, 'utf8')));
  await copyFile(join(frontEndFolder, 'build.cjs'), join(source, 'scripts', 'webpack', 'build.cjs'));
  await copyFile(join(frontEndFolder, 'stand-in.js'), join(source, 'public', 'stand-in.js'));
  // package.json links to it, and a module archive has no folder of that name.
  await mkdir(join(source, 'public', 'vendor'), { recursive: true });
}
