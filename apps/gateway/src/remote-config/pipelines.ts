import { hashOf, renderPipeline } from '@oriel/agent-config/render';
import type { AgentRole, DesiredState } from '@oriel/domain/desired-state';
import { OrielError } from '@oriel/domain/errors';
import { VerifiedCache } from '../verified-cache.ts';
import { encodeGetConfigResponse } from './collector-codec.ts';

/** One role's configuration, ready to be sent. */
export interface Pipeline {
  readonly hash: string;
  readonly text: string;
  /** GetConfigResponse in protobuf: with the text, and for an agent that has it already. */
  readonly full: Buffer;
  readonly unchanged: Buffer;
}

type Pipelines = Readonly<Record<AgentRole, Pipeline>>;

export interface PipelineSource {
  readonly loadDesiredState: (clusterId: string) => Promise<DesiredState | undefined>;
}

/** What each cluster's agents should run, rendered once per change. Outlives the database for a day. */
export class PipelineCache {
  readonly #clusters: VerifiedCache<string, Pipelines>;

  constructor({ loadDesiredState }: PipelineSource) {
    this.#clusters = new VerifiedCache({
      keyOf: (clusterId) => clusterId,
      load: async (clusterId) => {
        const desired = await loadDesiredState(clusterId);
        return desired && { logs: render(desired, 'logs'), metrics: render(desired, 'metrics') };
      },
      max: 10_000,
      refreshAfterMs: 20_000,
      staleAfterMs: 60_000,
      graceMs: 24 * 3_600_000,
    });
  }

  peek(clusterId: string, role: AgentRole): Pipeline | undefined {
    return this.#clusters.peek(clusterId)?.[role];
  }

  /** Throws OrielError: `not_found` for a cluster that is not registered, `unavailable` without a database. */
  async get(clusterId: string, role: AgentRole): Promise<Pipeline> {
    const found = await this.#clusters.get(clusterId).catch((cause: unknown) => {
      throw new OrielError('unavailable', 'The configuration cannot be looked up: the database is away.', { cause });
    });
    if (!found) throw new OrielError('not_found', 'This cluster is not registered.');
    return found.value[role];
  }

  drop(clusterId: string): void {
    this.#clusters.drop(clusterId);
  }

  suspect(): void {
    this.#clusters.suspect();
  }
}

function render(desired: DesiredState, role: AgentRole): Pipeline {
  const text = renderPipeline(desired, role);
  const hash = hashOf(text);
  return {
    text,
    hash,
    full: encodeGetConfigResponse({ content: text, hash, notModified: false }),
    unchanged: encodeGetConfigResponse({ content: '', hash, notModified: true }),
  };
}
