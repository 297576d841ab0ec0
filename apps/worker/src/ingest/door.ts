import { request } from 'node:https';
import { type AgentCertificate, ingestPaths } from '@oriel/domain/desired-state';
import { healthUserAgent } from '@oriel/ingest/nginx-config';

export interface Door {
  /** `https://host:port` of the seed's nginx. */
  readonly url: string;
  readonly caPem: string;
  /** Without one, nginx must refuse: that is how its health is seen. */
  readonly certificate?: AgentCertificate;
}

export interface DoorAnswer {
  /** HTTP status, or undefined where no answer came. */
  readonly status: number | undefined;
  /** What the connection died of. */
  readonly problem: string;
}

/** Knocks at the ingest gateway the way an agent does when it starts; sends no data. Never throws but on abort. */
export async function knock({ url, caPem, certificate }: Door, signal?: AbortSignal): Promise<DoorAnswer> {
  const target = new URL(
    `${url}${ingestPaths.remoteConfigBase('logs')}/collector.v1.CollectorService/RegisterCollector`,
  );
  return new Promise((resolve, reject) => {
    const outgoing = request(
      target,
      {
        method: 'POST',
        agent: false,
        timeout: 5_000,
        ca: caPem,
        headers: { 'content-type': 'application/proto', 'content-length': '0', 'user-agent': healthUserAgent },
        ...(certificate === undefined ? {} : { cert: certificate.certPem, key: certificate.keyPem }),
        ...(signal === undefined ? {} : { signal }),
      },
      (response) => {
        response.resume();
        response.on('end', () => resolve({ status: response.statusCode, problem: '' }));
        response.on('error', (error) => resolve({ status: undefined, problem: error.message }));
      },
    );
    outgoing.on('timeout', () => outgoing.destroy(new Error('no answer within 5 s')));
    outgoing.on('error', (error) => {
      if (signal?.aborted) reject(signal.reason);
      else
        resolve({ status: undefined, problem: error.message || (error as NodeJS.ErrnoException).code || 'no answer' });
    });
    outgoing.end();
  });
}
