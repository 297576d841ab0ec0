export interface Overrides {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The part of Node's response that next-auth's handler writes to, gathered for a `Response`. */
export class AnswerSink {
  #status = 200;
  #body: unknown;
  readonly #headers = new Map<string, string | string[]>();

  status(code: number): this {
    this.#status = code;
    return this;
  }

  getHeader(name: string): string | string[] | undefined {
    return this.#headers.get(name.toLowerCase());
  }

  setHeader(name: string, value: string | string[]): this {
    this.#headers.set(name.toLowerCase(), value);
    return this;
  }

  json(body: unknown): void {
    this.setHeader('content-type', 'application/json');
    this.#body = JSON.stringify(body);
  }

  send(body: unknown): void {
    if (typeof body === 'string') this.#body = body;
    else if (body !== undefined) this.json(body);
  }

  end(): void {}

  toResponse({ status, headers }: Overrides): Response {
    const answer = new Headers(headers);
    for (const [name, value] of this.#headers) {
      for (const one of [value].flat()) answer.append(name, one);
    }
    return new Response(this.#body as string | undefined, { status: status ?? this.#status, headers: answer });
  }
}
