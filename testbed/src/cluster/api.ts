import { Agent, request } from 'node:https';
import type { KeyPair } from './pki/certificates.ts';

export interface ApiAnswer {
  readonly status: number;
  readonly body: string;
}

/** The few calls a start needs; everything else goes through kubectl. */
export interface Api {
  get(path: string): Promise<ApiAnswer>;
  /** Content with an object that is there already. */
  create(path: string, object: object): Promise<void>;
  close(): void;
}

export function createApi(server: string, authority: string, client: KeyPair): Api {
  const agent = new Agent({ keepAlive: true, ca: authority, cert: client.certificate, key: client.key });
  const call = (method: string, path: string, body?: string) =>
    new Promise<ApiAnswer>((resolve, reject) => {
      const headers = body === undefined ? {} : { 'content-type': 'application/json' };
      const sent = request(new URL(path, server), { method, agent, headers, timeout: 10_000 }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
        );
      });
      sent.on('timeout', () => sent.destroy(new Error(`${method} ${path}: no answer from ${server} within 10 s`)));
      sent.on('error', reject);
      sent.end(body);
    });
  return {
    get: (path) => call('GET', path),
    async create(path, object) {
      const { status, body } = await call('POST', path, JSON.stringify(object));
      if (status >= 300 && status !== 409) throw new Error(`Creating in ${path} failed with ${status}: ${body}`);
    },
    close: () => agent.destroy(),
  };
}
