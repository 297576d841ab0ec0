import { ProviderVisitor } from '@oriel/testbed/oidc/visit';
import type { Browser } from './browser.ts';
import { publicOrigin } from './test-env.ts';

/** Where a sign-in ended: a path of ours, with the code of a refusal where there was one. */
export interface Landing {
  readonly status: number;
  readonly path: string;
  readonly error: string | null;
}

/** Begins at Oriel; returns the address of the provider. */
export async function begin(browser: Browser, providerId: string, from = '/fleet', door = 'signin'): Promise<string> {
  const answer = await browser.send('POST', `${door}/${providerId}`, { from });
  const { url, error } = (await answer.json()) as { url?: string; error?: string };
  if (url === undefined) throw new Error(`Not begun: ${error}`);
  return url;
}

/** Signs in at the provider; returns the address it sends the browser back to. */
export function atProvider(url: string, login: string): Promise<string> {
  return new ProviderVisitor().visit(url, login);
}

/** Goes where the provider sends the browser. */
export async function comeBack(browser: Browser, callback: string): Promise<Landing> {
  const { origin, pathname, search } = new URL(callback);
  if (origin !== publicOrigin) throw new Error(`Sent to ${origin}.`);
  const answer = await browser.send('GET', `${pathname.replace('/api/auth/', '')}${search}`);
  const location = answer.headers.get('location') ?? '';
  if (!location.startsWith(`${publicOrigin}/`)) throw new Error(`${answer.status}: sent on to "${location}".`);
  const target = new URL(location);
  return { status: answer.status, path: target.pathname + target.search, error: target.searchParams.get('error') };
}

/** All three. */
export async function signInAt(browser: Browser, providerId: string, login: string, from?: string): Promise<Landing> {
  return comeBack(browser, await atProvider(await begin(browser, providerId, from), login));
}
