import { request } from 'node:http';
import { sessionCookieName } from '@oriel/db/credential';

export interface Caller {
  readonly origin: string;
  readonly port: number;
  /** Value of a session's cookie. */
  readonly session: string;
}

/**
 * Calls a procedure of the running product through its front door, as a person's browser would.
 *
 * @throws with the sentence that a person would read.
 */
export function callProcedure(caller: Caller, procedure: string, input: object): Promise<unknown> {
  const body = JSON.stringify(input);
  return new Promise((resolve, reject) => {
    const call = request(
      {
        // `*.localhost` means this machine to browsers, but not to every resolver.
        host: '127.0.0.1',
        port: caller.port,
        method: 'POST',
        path: `/api/trpc/${procedure}`,
        headers: {
          host: new URL(caller.origin).host,
          origin: caller.origin,
          cookie: `${sessionCookieName(caller.origin)}=${caller.session}`,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        },
        timeout: 60_000,
      },
      async (response) => {
        const text = Buffer.concat(await response.toArray()).toString('utf8');
        try {
          const answer = JSON.parse(text) as { result?: { data: unknown }; error?: { message: string } };
          if (answer.result) resolve(answer.result.data);
          else reject(new Error(answer.error?.message ?? text));
        } catch {
          reject(new Error(`${procedure} answered ${response.statusCode}: ${text.slice(0, 300)}`));
        }
      },
    );
    call.on('timeout', () => call.destroy(new Error(`${procedure} did not answer within a minute.`)));
    call.on('error', reject);
    call.end(body);
  });
}
