import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { groupFolder } from '../env.ts';

/** `testbed/parts/grafana/frontend`: everything beside the sources that decides what the pages are. */
export const frontEndFolder: string = join(groupFolder('grafana'), 'frontend');

/** recipe.json in that folder. */
export interface FrontEndRecipe {
  /** Release of Node the pages are built with: the package manager inside the module fails on newer ones. */
  readonly node: string;
  /** Packages of the module that no page needs. */
  readonly removedFolders: readonly string[];
  /** Versions in place of those that are not served by a registry. */
  readonly dependencies: Readonly<Record<string, string>>;
  /** Those of the module's development dependencies that building the pages needs: a tenth of all. */
  readonly devDependencies: readonly string[];
  /** Folders below `public` that Grafana serves or reads. */
  readonly publicFolders: readonly string[];
  /** Endings of the files of built-in plugins that it reads; the rest is sources. */
  readonly pluginFiles: readonly string[];
}

export async function readFrontEndRecipe(): Promise<FrontEndRecipe> {
  return JSON.parse(await readFile(join(frontEndFolder, 'recipe.json'), 'utf8')) as FrontEndRecipe;
}

interface Manifest {
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly resolutions?: Record<string, string>;
}

const pick = (entries: Record<string, string> | undefined, wanted: (name: string) => boolean) =>
  Object.fromEntries(Object.entries(entries ?? {}).filter(([name]) => wanted(name)));

/** A package.json of the module without what only its tests, linters and storybook want, and without scripts. */
export function slimManifest(manifest: Manifest, recipe: FrontEndRecipe): Manifest {
  const kept = new Set(recipe.devDependencies);
  const dependencies = pick(manifest.dependencies, (name) => !name.startsWith('@types/'));
  const replaced = pick(recipe.dependencies, (name) => Object.hasOwn(dependencies, name));
  return {
    ...manifest,
    scripts: undefined,
    dependencies: { ...dependencies, ...replaced },
    devDependencies: pick(manifest.devDependencies, (name) => kept.has(name)),
    ...(manifest.resolutions && { resolutions: pick(manifest.resolutions, isNoStorybook) }),
  } as Manifest;
}

const isNoStorybook = (name: string) => !name.includes('storybook');

/** Settings for yarn: upstream's repairs of foreign packages, no scripts of packages, patience. */
export function yarnSettings(upstream: string): string {
  const { packageExtensions, yarnPath } = parse(upstream) as Record<string, unknown>;
  return stringify({
    enableTelemetry: false,
    nodeLinker: 'pnp',
    enableScripts: false,
    // The lock file still names the dependencies that were left out.
    enableImmutableInstalls: false,
    enableGlobalCache: false,
    httpRetry: 6,
    httpTimeout: 180_000,
    packageExtensions: pick(packageExtensions as Record<string, string>, isNoStorybook),
    yarnPath,
  });
}
