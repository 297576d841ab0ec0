import type { ProjectSeed } from './output.ts';

export interface Suggestion {
  readonly seedId: string;
  /** Why this one, for the person who may choose another. */
  readonly why: string;
}

/** The seed that a new cluster is likely to belong to: data shall stay close to where it comes from. */
export function suggestSeed(seeds: readonly ProjectSeed[], region: string): Suggestion | undefined {
  const near = seeds.find((seed) => seed.region === region.trim());
  if (near) return { seedId: near.id, why: `Suggested: it is in the cluster's region, ${near.region}.` };
  const most = seeds.reduce<ProjectSeed | undefined>(
    (best, seed) => (best === undefined || seed.clusters > best.clusters ? seed : best),
    undefined,
  );
  if (most === undefined) return undefined;
  return {
    seedId: most.id,
    why:
      most.clusters > 0
        ? "Suggested: most of this project's clusters are there, and no seed is in the cluster's region."
        : "Suggested: the first by name; no seed is in the cluster's region.",
  };
}
