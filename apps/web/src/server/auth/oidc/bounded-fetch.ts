import type { CustomFetch } from 'openid-client';
import { isLoopbackHost } from '@/features/identity-providers/issuer.ts';

/** Seconds for one call to a provider; somebody is waiting. */
export const providerTimeoutSeconds = 5;
/** A key set of a large provider has some 10 kB. */
const maxAnswerBytes = 512 * 1024;

/** Said by a provider that is reached but not usable: too much, or a place it must not send us to. */
export class UnacceptableAnswer extends Error {
  override readonly name = 'UnacceptableAnswer';
}

/**
 * For openid-client: https, or plain http on this machine for a provider that is itself there; no redirects; no more
 * bytes than a provider needs. Time is bounded by the signal it passes.
 */
export function boundedFetch(issuer: string): CustomFetch {
  const mayBePlain = new URL(issuer).protocol === 'http:';
  return async (address, options) => {
    if (!isAcceptable(address, mayBePlain)) throw new UnacceptableAnswer('an address that is neither https nor local');
    const answer = await fetch(address, { ...(options as RequestInit), redirect: 'manual' });
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of answer.body ?? []) {
      size += chunk.byteLength;
      // Leaving the loop cancels the stream.
      if (size > maxAnswerBytes) throw new UnacceptableAnswer(`more than ${maxAnswerBytes / 1024} KiB`);
      chunks.push(chunk);
    }
    const { status, statusText, headers } = answer;
    const empty = status === 204 || status === 304;
    const bounded = new Response(empty ? null : Buffer.concat(chunks), { status, statusText, headers });
    // openid-client compares it for nothing, but its errors show it.
    Object.defineProperty(bounded, 'url', { value: answer.url });
    return bounded;
  };
}

export function isAcceptable(address: string, mayBePlain: boolean): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (mayBePlain && protocol === 'http:' && isLoopbackHost(hostname));
}
