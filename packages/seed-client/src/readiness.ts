import { poolOf } from './pools.ts';
import type { Store } from './upstream.ts';

export interface Readiness {
  readonly ok: boolean;
  /** A sentence for people: what the store says of itself, or why it cannot be asked. */
  readonly message: string;
}

/** Asks a store's `/ready`. It takes an address and no tenant: nothing of any project is read. Never throws. */
export async function storeReadiness(store: Store, baseUrl: string, timeoutMs = 3_000): Promise<Readiness> {
  const name = store === 'logs' ? 'Loki' : 'Mimir';
  try {
    const { origin, pathname } = new URL(baseUrl);
    const response = await poolOf(origin).request({
      path: `${pathname === '/' ? '' : pathname}/ready`,
      method: 'GET',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = (await response.body.text()).trim().slice(0, 300);
    if (response.statusCode === 200) return { ok: true, message: `${name} is ready.` };
    return { ok: false, message: `${name} is not ready (${response.statusCode}): ${text || 'it gives no reason'}` };
  } catch (cause) {
    const timedOut = cause instanceof Error && cause.name === 'TimeoutError';
    const why = timedOut ? `no answer within ${timeoutMs / 1000} s` : reason(cause);
    return { ok: false, message: `${name} cannot be reached at ${baseUrl}: ${why}.` };
  }
}

function reason(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  // Several addresses tried in vain come as one error with an empty message.
  return cause instanceof AggregateError ? cause.errors.map(String).join('; ') : cause.message;
}
