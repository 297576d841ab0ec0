import { appendFile, copyFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { allSettledOrThrow } from '../../cluster/settle.ts';
import { type BuildJob, compile, runGo } from '../compile.ts';
import { groupFolder } from '../env.ts';
import { collect } from './collect.ts';
import { readFrontEndRecipe } from './front-end-recipe.ts';
import { bundlePages, installPackages } from './pages.ts';
import { copySources, preparePages } from './sources.ts';

/**
 * Grafana with its pages, from nothing but the Go module and npm's registry. The packages come over
 * the network while Go compiles; webpack follows, so that the two never want memory at once.
 */
export async function buildGrafana(job: BuildJob): Promise<void> {
  const { scratch } = job;
  const recipe = await readFrontEndRecipe();
  const work = join(scratch, 'work');
  const source = join(work, 'source');
  const pages = { work, source, nodeVersion: recipe.node };
  await mkdir(work, { recursive: true });
  await copySources(job, source);
  await preparePages(source, recipe);
  await allSettledOrThrow([installPackages(job, pages), buildProgram(job, work)]);
  await bundlePages(job, pages);
  await collect(source, scratch, recipe);
  await rm(work, { recursive: true, force: true });
}

/** The Go half: our go.mod with the copy in place of the module, what Wire generates, then the binary. */
async function buildProgram(job: BuildJob, work: string): Promise<void> {
  const { part } = job;
  const [path = ''] = part.module.split('@');
  const module = join(work, 'go');
  await mkdir(module, { recursive: true });
  for (const name of ['go.mod', 'go.sum']) await copyFile(join(groupFolder(part.group), name), join(module, name));
  await appendFile(join(module, 'go.mod'), `\nreplace ${path} => ../source\n`);
  await runGo(job, module, ['tool', 'wire', 'gen', '-tags', part.tags.join(','), `${path}/pkg/server`]);
  await compile(job, module);
}
