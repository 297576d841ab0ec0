import { isIP } from 'node:net';
import { Pool } from 'undici';
import type { AddressPolicy } from './address-policy.ts';
import { AddressRefusedError, guardedLookup, refusalOfAddress } from './address-policy.ts';
import type { ApiAccess } from './api-access.ts';
import { concealer } from './conceal.ts';
import { notKubernetes } from './not-kubernetes.ts';
import { statusError } from './status-errors.ts';
import { transportError } from './transport-errors.ts';

export interface ApiCall {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Path below the server's address, starting with "/". */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as it is; JSON is valid YAML, so an apply takes it too. */
  readonly body?: string;
  readonly contentType?: string;
  readonly accept?: string;
  /** For the sentence of a refusal: `create DaemonSet oriel-agent-logs`. */
  readonly what: string;
}

export interface ApiServerOptions {
  readonly policy: AddressPolicy;
  /** Milliseconds for one call from connecting to its last byte. */
  readonly timeoutMs?: number;
  readonly connectTimeoutMs?: number;
  /** Ends every call made through this client. */
  readonly signal?: AbortSignal;
}

/** Longer than the interval of the drift check, so that its connection and TLS session are still there. */
const keepAliveMs = 100_000;
const largestAnswer = 64 * 1024 * 1024;

/**
 * A thin client of one API server: a small pool of kept-alive connections, TLS always verified, redirects never
 * followed, addresses checked at each connection. It does not retry: that belongs to the reconcile loop.
 */
export class ApiServer {
  /** Host and port as people know them. */
  readonly server: string;
  readonly #pool: Pool;
  readonly #basePath: string;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #options: ApiServerOptions;
  readonly #timeoutMs: number;
  readonly #conceal: (text: string) => string;

  constructor(access: ApiAccess, options: ApiServerOptions) {
    const url = new URL(access.server);
    this.server = url.host;
    this.#options = options;
    this.#timeoutMs = options.timeoutMs ?? 15_000;
    this.#conceal = concealer(access);
    this.#basePath = url.pathname.replace(/\/+$/, '');
    this.#headers = {
      'user-agent': 'oriel',
      ...(access.token === undefined ? {} : { authorization: `Bearer ${access.token}` }),
    };
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const refusal = isIP(host) === 0 ? undefined : refusalOfAddress(host, options.policy);
    if (refusal !== undefined) throw transportError(new AddressRefusedError(refusal), this.server, 0);
    this.#pool = new Pool(url.origin, {
      connections: 4,
      // Deadlines, aborts and a server that restarts are well-trodden ground there, and it costs no more.
      allowH2: false,
      pipelining: 1,
      keepAliveTimeout: keepAliveMs,
      keepAliveMaxTimeout: keepAliveMs,
      headersTimeout: this.#timeoutMs,
      bodyTimeout: this.#timeoutMs,
      maxResponseSize: largestAnswer,
      connect: {
        timeout: options.connectTimeoutMs ?? 5_000,
        lookup: guardedLookup(options.policy),
        minVersion: 'TLSv1.2',
        rejectUnauthorized: true,
        ...(access.caPem === undefined ? {} : { ca: access.caPem }),
        ...(access.tlsServerName === undefined ? {} : { servername: access.tlsServerName }),
        ...(access.clientCertificate === undefined
          ? {}
          : { cert: access.clientCertificate.certPem, key: access.clientCertificate.keyPem }),
      },
    });
  }

  /** The decoded JSON answer, always an object. Throws `ClusterError`. */
  async call(call: ApiCall, signal?: AbortSignal): Promise<unknown> {
    const { status, headers, text } = await this.#exchange(call, signal);
    const body = parseJson(text);
    if (status >= 200 && status < 300) {
      if (typeof body !== 'object' || body === null) throw notKubernetes(this.server);
      return body;
    }
    const retryAfter = single(headers['retry-after']);
    throw statusError({ what: call.what, status, body, retryAfter, conceal: this.#conceal });
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }

  async #exchange(call: ApiCall, signal: AbortSignal | undefined) {
    const deadline = AbortSignal.timeout(this.#timeoutMs);
    const stops = [deadline, signal, this.#options.signal].filter((stop) => stop !== undefined);
    try {
      const response = await this.#pool.request({
        method: call.method,
        path: `${this.#basePath}${call.path}${queryText(call.query)}`,
        headers: {
          ...this.#headers,
          accept: call.accept ?? 'application/json',
          ...(call.body === undefined ? {} : { 'content-type': call.contentType ?? 'application/json' }),
        },
        body: call.body ?? null,
        signal: AbortSignal.any(stops),
      });
      return { status: response.statusCode, headers: response.headers, text: await response.body.text() };
    } catch (error) {
      signal?.throwIfAborted();
      this.#options.signal?.throwIfAborted();
      throw transportError(deadline.aborted ? deadline.reason : error, this.server, this.#timeoutMs);
    }
  }
}

function queryText(query: Readonly<Record<string, string>> | undefined): string {
  return query === undefined ? '' : `?${new URLSearchParams(query)}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
