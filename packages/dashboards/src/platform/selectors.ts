export const ofProject = 'project=~"$project"';
export const atSeed = 'seed=~"$seed"';
/** Values of `job` in what a seed says of itself: see packages/agent-config/src/seed-agent.ts. */
export const fromLoki = `${atSeed}, job="oriel-loki"`;
export const fromMimir = `${atSeed}, job="oriel-mimir"`;
export const fromIngest = `${atSeed}, job="oriel-ingest"`;
