import createClient, { type Client, type Middleware } from 'openapi-fetch';
import type { components, paths } from './generated/schema.ts';

export type Schemas = components['schemas'];
export type Problem = Schemas['Problem'];
export type OrielClient = Client<paths>;

export interface ClientOptions {
  /** `https://oriel.example.com` */
  readonly origin: string;
  /** `oriel_pat_…` */
  readonly token: string;
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** A refusal, as RFC 9457 says it: go by `problem.code`, show `message` to a person. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** Calls the REST API; every path, parameter and answer is typed by its OpenAPI document. Throws `ProblemError`. */
export function createOrielClient({ origin, token, fetch }: ClientOptions): OrielClient {
  const client = createClient<paths>({
    baseUrl: `${origin}/api/v1`,
    headers: { authorization: `Bearer ${token}` },
    ...(fetch === undefined ? {} : { fetch }),
  });
  client.use(throwProblems);
  return client;
}

/** The answer of a call that did not throw: `answerOf(await oriel.GET('/me'))`. */
export function answerOf<T>({ data }: { readonly data?: T }): T {
  return data as T;
}

const throwProblems: Middleware = {
  async onResponse({ response }) {
    if (response.ok) return;
    if (response.headers.get('content-type')?.startsWith('application/problem+json')) {
      throw new ProblemError((await response.json()) as Problem);
    }
    throw new Error(`${response.url} answered ${response.status}, which did not come from Oriel's API.`);
  },
};
