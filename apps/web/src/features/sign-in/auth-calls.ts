/** The two calls to next-auth that a page makes. Its own client module brings a session store that nothing here uses. */

export type SignInOutcome =
  | { kind: 'signed_in' }
  /** E-mail or password is wrong. */
  | { kind: 'refused' }
  | { kind: 'limited'; retryAfterMs: number | undefined }
  /** The browser sent back none of Oriel's cookies. */
  | { kind: 'no_cookie' }
  /** The control plane or its database did not answer. */
  | { kind: 'unavailable' };

/** Sets the session cookie if it succeeds. Never rejects: a network that is away is `unavailable`. */
export async function signIn(credentials: { email: string; password: string }): Promise<SignInOutcome> {
  try {
    return await signInOutcome(await post('callback/credentials', credentials));
  } catch {
    return { kind: 'unavailable' };
  }
}

/**
 * Ends the session of this browser, and gives where to go: the identity provider that vouched for it, where one signs
 * out there too, else our own page. Undefined where nothing has ended; it never rejects.
 */
export async function signOut(): Promise<string | undefined> {
  try {
    const answer = await post('signout', {});
    if (!answer.ok) return undefined;
    const { provider } = (await answer.json()) as { provider?: string };
    return provider ?? '/sign-in';
  } catch {
    return undefined;
  }
}

/** What an answer of `callback/credentials` means. */
export async function signInOutcome(answer: Response): Promise<SignInOutcome> {
  if (answer.status === 401) return { kind: 'refused' };
  if (answer.status === 429) {
    const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
    return { kind: 'limited', retryAfterMs: Number.isFinite(seconds) ? seconds * 1000 : undefined };
  }
  if (!answer.ok) return { kind: 'unavailable' };
  const { url } = (await answer.json()) as { url: string };
  // A token that did not match is answered with 200 and the way back to the form.
  return new URL(url).searchParams.has('csrf') ? { kind: 'no_cookie' } : { kind: 'signed_in' };
}

async function post(path: string, fields: Record<string, string>): Promise<Response> {
  const csrf = await fetch('/api/auth/csrf');
  if (!csrf.ok) return csrf;
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  return fetch(`/api/auth/${path}`, {
    method: 'POST',
    // A form, not JSON: next-auth reads nothing else.
    body: new URLSearchParams({ ...fields, csrfToken, json: 'true' }),
  });
}
