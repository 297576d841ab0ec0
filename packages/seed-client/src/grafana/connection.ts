import { OrielError } from '@oriel/domain/errors';
import { z } from 'zod';
import { poolOf } from '../pools.ts';

/** Login of the server user that Oriel works as. It is Admin of every organization it made, and nobody else is. */
export const serverLogin = 'oriel';
/** Grafana's own organization: what is asked without another one in mind is asked from here. */
const ownOrganization = 1;
const defaultTimeoutMs = 10_000;

export interface GrafanaOptions {
  /** As this process reaches it; a path is kept. */
  readonly url: string;
  /** Of the server user; without it only persons ask. */
  readonly password?: string;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

export interface GrafanaCall {
  /** Completes "Grafana could not …". */
  readonly what: string;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With a leading slash; parts that are not ours are encoded by the caller. */
  readonly path: string;
  /** The organization that the call is about; Grafana's own unless given. */
  readonly orgId?: number;
  readonly body?: unknown;
  /** Statuses beside 2xx that the caller understands. */
  readonly understands?: readonly number[];
  /** As the gateway would ask for this person, instead of as the server user. */
  readonly person?: PersonHeaders;
}

interface PersonHeaders {
  readonly login: string;
  /** Grafana takes these over, where they are given. */
  readonly name?: string;
  readonly email?: string;
}

export interface GrafanaAnswer {
  readonly status: number;
  /** Parsed; null where there was none or it was no JSON. */
  readonly body: unknown;
}

/** One Grafana, asked as its server user. Throws OrielErrors whose sentences name Grafana and what was tried. */
export class GrafanaConnection {
  readonly #base: URL;
  readonly #authorization: string;
  readonly #options: GrafanaOptions;

  constructor(options: GrafanaOptions) {
    this.#options = options;
    this.#base = new URL(options.url);
    this.#authorization = `Basic ${Buffer.from(`${serverLogin}:${options.password ?? ''}`).toString('base64')}`;
  }

  /** The same, as long as the signal lets it. */
  within(signal: AbortSignal): GrafanaConnection {
    return new GrafanaConnection({ ...this.#options, signal });
  }

  async ask(call: GrafanaCall): Promise<GrafanaAnswer> {
    const answer = await this.#send(call);
    if (answer.status < 300 || call.understands?.includes(answer.status)) return answer;
    throw refusal(call, answer);
  }

  /** The same, with an answer of this shape. */
  async read<T extends z.ZodType>(call: GrafanaCall, shape: T): Promise<z.output<T>> {
    const { body } = await this.ask(call);
    return parseAnswer(call, shape, body);
  }

  async #send(call: GrafanaCall): Promise<GrafanaAnswer> {
    const { signal, timeoutMs = defaultTimeoutMs } = this.#options;
    const prefix = this.#base.pathname.replace(/\/$/, '');
    try {
      const response = await poolOf(this.#base.origin).request({
        method: call.method ?? 'GET',
        path: `${prefix}${call.path}`,
        headers: this.#headers(call),
        body: call.body === undefined ? null : JSON.stringify(call.body),
        headersTimeout: timeoutMs,
        bodyTimeout: timeoutMs,
        signal: signal ?? null,
      });
      return { status: response.statusCode, body: parseJson(await response.body.text()) };
    } catch (cause) {
      signal?.throwIfAborted();
      throw unreachable(call, cause);
    }
  }

  #headers({ orgId, body, person }: GrafanaCall): Record<string, string> {
    const who: Record<string, string> =
      person === undefined
        ? { authorization: this.#authorization }
        : {
            'x-webauth-user': person.login,
            ...(person.name !== undefined && { 'x-webauth-name': asBytes(person.name) }),
            ...(person.email !== undefined && { 'x-webauth-email': asBytes(person.email) }),
          };
    return {
      ...who,
      accept: 'application/json',
      'x-grafana-org-id': String(orgId ?? ownOrganization),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
  }
}

export function parseAnswer<T extends z.ZodType>(call: GrafanaCall, shape: T, body: unknown): z.output<T> {
  const parsed = shape.safeParse(body);
  if (parsed.success) return parsed.data;
  const problem = `Grafana answered in a form that Oriel does not know when asked to ${call.what}.`;
  throw new OrielError('upstream_failed', `${problem} Is its version between 10 and 13?`, {
    cause: parsed.error,
    retryable: false,
  });
}

const messageShape = z.object({ message: z.string() });

function refusal({ what }: GrafanaCall, { status, body }: GrafanaAnswer): OrielError {
  const said = messageShape.safeParse(body).data?.message ?? 'it gave no reason';
  const text = `Grafana could not ${what}: ${said.replace(/\.?$/, '')} (status ${status}).`;
  if (status === 401) {
    return new OrielError(
      'upstream_failed',
      `${text} Check the password of its user "${serverLogin}": ORIEL_GRAFANA_ADMIN_PASSWORD_FILE.`,
    );
  }
  // Restarting, or behind a proxy that finds nobody.
  if (status >= 502 && status <= 504) return new OrielError('unavailable', text);
  return new OrielError('upstream_failed', text, { retryable: status >= 500 || status === 429 });
}

function unreachable({ what }: GrafanaCall, cause: unknown): OrielError {
  const code = (cause as { code?: string }).code ?? '';
  if (code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT') {
    return new OrielError('timed_out', `Grafana did not answer in time when asked to ${what}.`, { cause });
  }
  return new OrielError('unavailable', `Grafana cannot be reached${code === '' ? '' : ` (${code})`}.`, { cause });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Grafana takes the bytes of a header for UTF-8; the client takes characters for bytes. */
function asBytes(text: string): string {
  return Buffer.from(text.replaceAll(/[\r\n\0]/g, ' '), 'utf8').toString('latin1');
}
