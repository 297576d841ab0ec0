import { type AuthHandlerOptions, handleAuth } from '../auth/handler.ts';

/** A browser, as far as cookies go. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly #options: AuthHandlerOptions;
  address = '192.0.2.1';

  constructor(options: AuthHandlerOptions) {
    this.#options = options;
  }

  async send(
    method: 'GET' | 'POST',
    path: string,
    form?: Record<string, string>,
    headers: Record<string, string> = {},
  ) {
    const origin = this.#options.publicOrigin;
    const request = new Request(`${origin}/api/auth/${path}`, {
      method,
      headers: {
        cookie: [...this.cookies].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; '),
        'x-forwarded-for': this.address,
        'user-agent': 'test browser',
        ...(method === 'POST' ? { origin, 'content-type': 'application/x-www-form-urlencoded' } : {}),
        ...headers,
      },
      ...(form ? { body: new URLSearchParams(form).toString() } : {}),
    });
    const answer = await handleAuth(request, path.split('?')[0]?.split('/') ?? [], this.#options);
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const value = decodeURIComponent(pair.slice(at + 1));
      if (value === '' || /Max-Age=0/i.test(line)) this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), value);
    }
    return answer;
  }

  /** What next-auth's own `signIn('credentials', { redirect: false })` sends. */
  async signIn(email: string, secretWord: string, more: Record<string, string> = {}) {
    const { csrfToken } = (await (await this.send('GET', 'csrf')).json()) as { csrfToken: string };
    const form = {
      email,
      password: secretWord,
      csrfToken,
      callbackUrl: `${this.#options.publicOrigin}/fleet`,
      json: 'true',
      ...more,
    };
    return this.send('POST', 'callback/credentials', form);
  }

  async signOut() {
    const { csrfToken } = (await (await this.send('GET', 'csrf')).json()) as { csrfToken: string };
    return this.send('POST', 'signout', { csrfToken, json: 'true' });
  }

  get session(): string | undefined {
    return this.cookies.get('oriel.session');
  }
}
