import type { StepKey } from '@oriel/domain/operations';
import { agentsReadyStep, configuration } from './agents.ts';
import { firstSignal } from './first-signal.ts';
import { forget, ingest, revoke } from './ingest.ts';
import { apply, plan, prune } from './manifests.ts';
import { preflightStep, reach } from './reach.ts';
import type { Step } from './step.ts';

export const steps: Readonly<Record<StepKey, Step>> = {
  reach,
  preflight: preflightStep,
  ingest,
  plan,
  apply,
  prune,
  agents_ready: agentsReadyStep,
  configuration,
  first_signal: firstSignal,
  revoke,
  forget,
};

/** Steps of a deletion that a cluster out of reach cannot pass, and that `abandon` passes over. */
export const abandonable: ReadonlySet<string> = new Set<StepKey>(['reach', 'plan', 'prune']);
