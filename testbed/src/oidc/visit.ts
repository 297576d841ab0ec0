/** A browser's visit to a test provider, without a browser: cookies are kept for as long as the visitor. */
export class ProviderVisitor {
  readonly #cookies = new Map<string, string>();

  /** Signs in as `login` where asked to; returns the address the provider sends the browser back to. */
  async visit(url: string, login: string): Promise<string> {
    const { origin } = new URL(url);
    let answer = await this.#send(url);
    for (let step = 0; step < 10; step += 1) {
      const location = answer.headers.get('location');
      if (location === null) {
        if (answer.status !== 200) throw new Error(`The provider said ${answer.status}: ${await answer.text()}`);
        answer = await this.#send(answer.url, new URLSearchParams({ login }));
        continue;
      }
      const next = new URL(location, answer.url);
      if (next.origin !== origin) return next.href;
      answer = await this.#send(next.href);
    }
    throw new Error('The provider sends its visitor in circles.');
  }

  /** Confirms, at the address given, that the session there shall end; returns where the browser is sent. */
  async leave(url: string): Promise<string> {
    const asked = await this.#send(url);
    const page = await asked.text();
    const action = /action="([^"]+)"/.exec(page)?.[1];
    const secret = /name="xsrf" value="([^"]+)"/.exec(page)?.[1];
    if (action === undefined || secret === undefined) throw new Error(`The provider said ${asked.status}: ${page}`);
    const answer = await this.#send(new URL(action, url).href, new URLSearchParams({ xsrf: secret, logout: 'yes' }));
    return answer.headers.get('location') ?? '';
  }

  async #send(url: string, form?: URLSearchParams): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(form ? { method: 'POST', body: form } : {}),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return answer;
  }
}
