import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import { text } from 'node:stream/consumers';

export interface AtHost {
  readonly port: number;
  readonly path: string;
  readonly method?: string;
  /** With the `host`, which `fetch` does not let one set. */
  readonly headers: OutgoingHttpHeaders;
  readonly body?: string;
}

export interface AnswerAtHost {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** A request to a server on loopback under any name. */
export function askAtHost({ port, path, method = 'GET', headers, body }: AtHost): Promise<AnswerAtHost> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      text(response).then(
        (said) => resolve({ status: response.statusCode ?? 0, headers: response.headers, text: said }),
        reject,
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
