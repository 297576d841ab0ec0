import { OrielError } from '@oriel/domain/errors';
import { errors } from 'undici';
import type { Store } from './upstream.ts';

const storeNames: Record<Store, string> = {
  logs: 'Loki, the log store',
  metrics: 'Mimir, the metrics store',
  alerts: 'The Alertmanager',
};

/** A store that could not be reached, broke off, or was too slow. Nothing is lost meanwhile: agents keep and resend. */
export function storeUnavailable(store: Store, seedName: string, cause: unknown): OrielError {
  const name = `${storeNames[store]} of seed "${seedName}",`;
  if (
    cause instanceof errors.HeadersTimeoutError ||
    cause instanceof errors.BodyTimeoutError ||
    isAbortTimeout(cause)
  ) {
    return new OrielError(
      'timed_out',
      `${name} did not answer in time. Choose a shorter time range or a narrower selection.`,
      {
        cause,
      },
    );
  }
  return new OrielError(
    'unavailable',
    `${name} cannot be reached. Agents keep what they collect and send it later. Try again in a minute; if it stays away, an administrator should look at that seed.`,
    { cause },
  );
}

function isAbortTimeout(cause: unknown): boolean {
  return cause instanceof Error && cause.name === 'TimeoutError';
}

/** An answer that is not 2xx, in the store's own words where the fault is the query's. */
export function storeRefused(store: Store, seedName: string, answer: { status: number; body: string }): OrielError {
  const { status } = answer;
  const message = messageOf(answer.body) || `${storeNames[store]}, answered ${status}.`;
  if (status === 429) return new OrielError('rate_limited', `${message} Wait a moment, or ask for less at once.`);
  if (status === 413) return new OrielError('too_large', message);
  if (status === 408 || status === 504) return new OrielError('timed_out', message);
  if (status >= 400 && status < 500 && status !== 401 && status !== 403 && status !== 404) {
    return new OrielError('bad_input', message);
  }
  if (status >= 500) return storeUnavailable(store, seedName, new Error(`${status}: ${message}`));
  return new OrielError(
    'upstream_failed',
    `${storeNames[store]} of seed "${seedName}", refused the request: ${message}`,
  );
}

/** Mimir says `{"error": …}`, Loki plain text. */
function messageOf(body: string): string {
  try {
    const json: unknown = JSON.parse(body);
    if (typeof json === 'object' && json !== null && 'error' in json) return String(json.error);
  } catch {
    // Not JSON: the text is the message.
  }
  return body.trim().slice(0, 2000);
}
