import { OrielError } from '@oriel/domain/errors';
import type { GlobalScope } from '@oriel/domain/scope';
import type { Ask, Federation } from '@oriel/federation/federate';
import { readNarrowed } from '@oriel/seed-client/request';
import { upstreamOfPart } from '@oriel/seed-client/upstream';
import type { FairShare } from '../fair-share.ts';
import type { StoreCall } from '../route.ts';

export interface FanOut {
  readonly scope: GlobalScope;
  readonly call: StoreCall;
  readonly share: FairShare;
  readonly signal: AbortSignal;
}

const sideBySide = 8;
/** Of all parts together; each by itself may have 16 MiB. */
const largestMebibytes = 64;

/**
 * Asks all parts and makes one answer of theirs. What a store refuses is refused as a whole. A store that does not
 * answer leaves a gap: metrics tell of it in `warnings`, while other calls have no place for it and fail.
 */
export async function fanOut({ asks, merge }: Federation, options: FanOut): Promise<unknown> {
  const { call, signal } = options;
  const failed = new Map<Ask['part'], OrielError>();
  const answers: unknown[] = [];
  const stop = new AbortController();
  const within = { ...options, signal: AbortSignal.any([signal, stop.signal]), onBytes: countBytes() };
  const waiting = asks.entries();
  const work = async () => {
    for (const [index, ask] of waiting) {
      try {
        answers[index] = await readPart(ask, within);
      } catch (cause) {
        if (!isAbsence(cause) || !canTell(call)) throw cause;
        failed.set(ask.part, cause);
      }
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, work)).finally(() => stop.abort());
  const [first] = failed.values();
  if (first && asks.every(({ part }) => failed.has(part))) throw first;
  // A part that answered one question of two would make a wrong figure of both.
  const whole = merge(asks.map(({ part }, index) => (failed.has(part) ? undefined : answers[index])));
  return failed.size === 0 ? whole : { ...whole, warnings: [...warningsOf(whole), ...[...failed].map(gap)] };
}

/** Nothing is asked after the last one; and no tenant but those of the scope. */
async function readPart({ part, params }: Ask, options: FanOut & { readonly onBytes: (count: number) => void }) {
  const { scope, call, share, signal, onBytes } = options;
  const { store, path, mayPost } = call;
  const upstream = upstreamOfPart(scope, store, part);
  const leave = await turn(share, { store: upstream.origin, tenant: 'all projects', userId: scope.userId }, signal);
  try {
    const answer = await readNarrowed(upstream, {
      store,
      path,
      params,
      method: mayPost ? 'POST' : 'GET',
      signal,
      onBytes,
    });
    if (answer !== undefined) return answer;
    throw new OrielError('upstream_failed', `The store of seed "${part.seedName}" gave an answer that is no JSON.`);
  } finally {
    leave();
  }
}

/** Waits for a place at the store, and gives what leaves it. */
function turn(share: FairShare, asker: Parameters<FairShare['enter']>[0], signal: AbortSignal): Promise<() => void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const withdraw = share.enter(asker, () => resolve(() => share.leave(asker)), reject);
    signal.addEventListener('abort', () => {
      withdraw();
      reject(signal.reason);
    });
  });
}

function countBytes() {
  let total = 0;
  return (count: number) => {
    total += count;
    if (total <= largestMebibytes * 1024 * 1024) return;
    throw new OrielError(
      'too_large',
      `The answers of all projects together are larger than ${largestMebibytes} MiB. Add them up (sum by …), choose a shorter time range, or name projects.`,
    );
  };
}

function isAbsence(cause: unknown): cause is OrielError {
  return cause instanceof OrielError && (cause.code === 'unavailable' || cause.code === 'timed_out');
}

/** Prometheus' answers have room for warnings, which Grafana and promtool show. */
function canTell({ store }: StoreCall): boolean {
  return store === 'metrics';
}

function warningsOf(answer: object): readonly unknown[] {
  return 'warnings' in answer && Array.isArray(answer.warnings) ? answer.warnings : [];
}

function gap([{ seedName, orgIds }, { message }]: [Ask['part'], OrielError]): string {
  return `Incomplete: ${orgIds.length} tenants of seed "${seedName}" are missing. ${message}`;
}
