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
type AnswerOptions = Pick<Passing, 'requestId' | 'isFile' | 'extra'>;

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
    const headOf = (status: number, answered: Headers, controller: Dispatcher.DispatchController) => {
      const head = this.#headOf(status, answered, { requestId, isFile, extra });
      if (head === undefined) controller.abort(notKnownYet());
      return head ?? [];
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
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const headers = grafanaRequestHeaders(request.rawHeaders, { host: this.#host, identification, uncompressed: true });
    const { status, answered, text } = await this.#readPage(request.url as string, headers, gone.signal);
    if (response.destroyed) return;
    const { 'content-length': _length, ...described } = answered;
    const head = this.#headOf(status, described, { requestId, isFile: false, extra });
    if (head === undefined) throw notKnownYet();
    const isHtml = String(described['content-type']).startsWith('text/html');
    const body = isHtml ? withFrameScript(text) : text;
    response.writeHead(status, [...head, 'content-length', String(Buffer.byteLength(body))]);
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

  /** What the browser gets to see; undefined for whoever Grafana does not know yet, or sends to its own sign-in. */
  #headOf(status: number, answered: Headers, { requestId, isFile, extra }: AnswerOptions): string[] | undefined {
    const { origin, publicOrigin } = this.#options;
    if (status === 401) return undefined;
    const head = [...grafanaAnswerHeaders(answered, { requestId, publicOrigin, isFile }), ...extra];
    const { location } = answered;
    if (location === undefined) return head;
    const target = typeof location === 'string' ? redirectWithin(location, origin) : undefined;
    return target === undefined ? undefined : [...head, 'location', target];
  }

  async #readPage(path: string, headers: string[], signal: AbortSignal) {
    try {
      const {
        statusCode,
        headers: answered,
        body,
      } = await this.#pool.request({ path, method: 'GET', headers, signal });
      return { status: statusCode, answered, text: await textOf(body) };
    } catch (cause) {
      throw cause instanceof OrielError ? cause : unavailable(cause);
    }
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
    'Your access to these dashboards is being made in Grafana, which takes a few seconds. This page asks again by itself; if it stays, an administrator finds the reason under Grafana, Organizations.',
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
