import type { IncomingMessage, ServerResponse } from 'node:http';
import { OrielError } from '@oriel/domain/errors';
import { type Dispatcher, Pool } from 'undici';
import { z } from 'zod';
import { toOrielError } from '../answer.ts';
import { Exchange, type Headers } from '../exchange.ts';
import { withFrameScript } from './frame-script.ts';
import { grafanaAnswerHeaders, grafanaRequestHeaders, type Identification, redirectWithin } from './headers.ts';

export interface GrafanaOptions {
  /** Where it listens, for the gateway alone. */
  readonly url: string;
  /** Where people see it. */
  readonly origin: string;
  /** Of the control plane. */
  readonly publicOrigin: string;
}

export interface Passing {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly requestId: string;
  readonly isFile: boolean;
  readonly identification?: Identification | undefined;
  readonly body: Buffer | null;
  /** More headers for the answer, names and values in turn. */
  readonly extra: readonly string[];
  readonly fail: (cause: unknown) => void;
}

type PagePassing = Pick<Passing, 'request' | 'response' | 'requestId' | 'identification' | 'extra'>;

const memberships = z.array(z.object({ orgId: z.number() }));
const lookEveryMs = 500;

/** Grafana behind the gateway. */
export class GrafanaUpstream {
  readonly #options: GrafanaOptions;
  readonly #host: string;
  readonly #pool: Pool;

  constructor(options: GrafanaOptions) {
    this.#options = options;
    this.#host = new URL(options.origin).host;
    this.#pool = new Pool(options.url, {
      connections: 256,
      keepAliveTimeout: 4_000,
      // A panel's query may work for minutes; the stores' own limit is two.
      headersTimeout: 150_000,
      bodyTimeout: 150_000,
      connect: { timeout: 3_000 },
    });
  }

  /** Passes a request on that was admitted, and its answer back. */
  pass({ request, response, requestId, isFile, identification, body, extra, fail }: Passing): void {
    const { origin, publicOrigin } = this.#options;
    const headOf = (status: number, answered: Headers, controller: Dispatcher.DispatchController) => {
      const head = [...grafanaAnswerHeaders(answered, { requestId, publicOrigin, isFile }), ...extra];
      if (status === 401) controller.abort(notKnownYet());
      const { location } = answered;
      if (location === undefined) return head;
      const target = typeof location === 'string' ? redirectWithin(location, origin) : undefined;
      if (target === undefined) controller.abort(notKnownYet());
      return target === undefined ? head : [...head, 'location', target];
    };
    this.#pool.dispatch(
      {
        path: request.url as string,
        method: request.method as Dispatcher.HttpMethod,
        headers: grafanaRequestHeaders(request.rawHeaders, { host: this.#host, identification }),
        body,
      },
      new Exchange(response, {
        headOf,
        fail: (cause) => fail(cause instanceof OrielError ? cause : unavailable(cause)),
      }),
    );
  }

  /** The same for a page, which gets Oriel's script. It is small, and read whole. */
  async passPage({ request, response, requestId, identification, extra }: PagePassing): Promise<void> {
    const { origin, publicOrigin } = this.#options;
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const headers = grafanaRequestHeaders(request.rawHeaders, { host: this.#host, identification, uncompressed: true });
    const answered = await this.#pool
      .request({ path: request.url as string, method: 'GET', headers, signal: gone.signal })
      .catch((cause: unknown) => {
        throw unavailable(cause);
      });
    const text = await textOf(answered.body);
    if (response.destroyed) return;
    if (answered.statusCode === 401) throw notKnownYet();
    const { location, 'content-length': _length, ...described } = answered.headers;
    const head = [...grafanaAnswerHeaders(described, { requestId, publicOrigin, isFile: false }), ...extra];
    if (location !== undefined) {
      const target = typeof location === 'string' ? redirectWithin(location, origin) : undefined;
      if (target === undefined) throw notKnownYet();
      head.push('location', target);
    }
    const isHtml = String(described['content-type']).startsWith('text/html');
    const body = isHtml ? withFrameScript(text) : text;
    head.push('content-length', String(Buffer.byteLength(body)));
    response.writeHead(answered.statusCode, head);
    response.end(body);
  }

  /** Waits until Grafana has heard of somebody's membership, which takes the worker a second or two. */
  async awaitMember({ userId, orgId }: Identification, patienceMs: number): Promise<void> {
    const deadline = Date.now() + patienceMs;
    while (!(await this.#isMember(userId, orgId))) {
      if (Date.now() > deadline) throw notKnownYet();
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    }
  }

  close(): Promise<void> {
    return this.#pool.destroy();
  }

  async #isMember(userId: string, orgId: number): Promise<boolean> {
    const headers = ['host', this.#host, 'x-webauth-user', userId];
    const answer = await this.#pool
      .request({ path: '/api/user/orgs', method: 'GET', headers, headersTimeout: 5_000 })
      .catch((cause: unknown) => {
        throw unavailable(cause);
      });
    const body = await answer.body.text();
    if (answer.statusCode !== 200) return false;
    const parsed = memberships.safeParse(JSON.parse(body));
    return parsed.success && parsed.data.some((membership) => membership.orgId === orgId);
  }
}

/** Pages are some hundred KiB at most: settings of all data sources and panels are in them. */
const largestPageBytes = 8 * 1024 * 1024;

async function textOf(body: Dispatcher.ResponseData['body']): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestPageBytes) throw new OrielError('upstream_failed', 'Grafana answered with a page beyond 8 MiB.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function notKnownYet(): OrielError {
  return new OrielError(
    'unavailable',
    'Your access to these dashboards is being made in Grafana, which takes a few seconds. This page asks again by itself; if it stays, an administrator finds the reason under Administration, Grafana.',
  );
}

function unavailable(cause: unknown): OrielError {
  const { code } = toOrielError(cause);
  if (code !== 'internal') return toOrielError(cause);
  return new OrielError(
    'unavailable',
    'Grafana cannot be reached. Logs and metrics are open in Oriel meanwhile. Try again in a minute.',
    { cause },
  );
}
