import type { Refusal } from './refusals.ts';

export type ProviderStart =
  | { readonly kind: 'go'; readonly url: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Asks where to send the browser to sign in with a provider; `connect` does so for the person who is signed in. */
export async function startAtProvider(
  door: 'signin' | 'connect',
  providerId: string,
  from = '/',
): Promise<ProviderStart> {
  try {
    const answer = await fetch(`/api/auth/${door}/${providerId}`, {
      method: 'POST',
      body: new URLSearchParams({ from }),
    });
    const { url, error } = (await answer.json()) as { url?: string; error?: Refusal };
    return url === undefined ? { kind: 'refused', refusal: error ?? 'Unavailable' } : { kind: 'go', url };
  } catch {
    return { kind: 'refused', refusal: 'Unavailable' };
  }
}
