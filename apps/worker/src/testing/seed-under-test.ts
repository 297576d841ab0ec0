import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AgentCertificate } from '@oriel/domain/desired-state';
import { type Authority, createAuthority } from '@oriel/ingest/certificates';
import { homePaths } from '@oriel/testbed/embedded/home';
import { portsFrom } from '@oriel/testbed/ports';
import { freeRow } from '@oriel/testbed/process/free-row';
import { startIngestNginx } from '@oriel/testbed/seed/start-ingest';
import { startSeedStores } from '@oriel/testbed/seed/start-stores';
import { remoteWriteBody } from './remote-write.ts';

export interface IngestRequest {
  readonly path: string;
  readonly body: Buffer;
  readonly certificate?: AgentCertificate;
  readonly headers?: Record<string, string>;
}

export interface SeedUnderTest {
  readonly authority: Authority;
  readonly logsUrl: string;
  readonly metricsUrl: string;
  readonly ingestUrl: string;
  readonly ingestDirectory: string;
  /** Sends anything to the ingest gateway; the HTTP status. */
  send(request: IngestRequest): Promise<number>;
  /** Pushes one line the way an agent does; the HTTP status. */
  pushLine(certificate: AgentCertificate, labels: Record<string, string>, line: string): Promise<number>;
  /** Pushes `up` for a cluster; the HTTP status. */
  pushSample(certificate: AgentCertificate, labels: Record<string, string>): Promise<number>;
  stop(): Promise<void>;
}

/** A line in Loki's JSON form, now. */
export function lineRequest(labels: Record<string, string>, line: string): IngestRequest {
  const streams = [{ stream: labels, values: [[`${Date.now()}000000`, line]] }];
  const headers = { 'content-type': 'application/json' };
  return { path: '/loki/api/v1/push', body: Buffer.from(JSON.stringify({ streams })), headers };
}

/** A sample of `up`, now. */
export function sampleRequest(labels: Record<string, string>): IngestRequest {
  const body = remoteWriteBody({ __name__: 'up', job: 'agent', ...labels }, 1, new Date());
  const headers = { 'content-type': 'application/x-protobuf', 'content-encoding': 'snappy' };
  return { path: '/api/v1/push', body, headers };
}

/** A real seed: Loki, Mimir, and nginx with our configuration before them. About three seconds. */
export async function startSeed(): Promise<SeedUnderTest> {
  const home = await mkdtemp(join(tmpdir(), 'oriel-seed-'));
  // Apart from the journeys' product, from clusters and from the kernel's ephemeral range.
  const ports = portsFrom(await freeRow({ from: 14_000, step: 20, rows: 290, length: 10 }));
  const authority = await createAuthority('Oriel seed under test');
  const stores = await startSeedStores({ home, ports });
  const remoteConfigToken = 'secret-of-the-test-0123456789abcdef';
  const nginx = await startIngestNginx({ home, ports, authority, listen: ['127.0.0.1'], remoteConfigToken });
  const ingestUrl = `https://127.0.0.1:${ports.ingest}`;
  const send = ({ path, body, certificate, headers = {} }: IngestRequest) =>
    new Promise<number>((resolve, reject) => {
      const identity = certificate === undefined ? {} : { cert: certificate.certPem, key: certificate.keyPem };
      const options = { method: 'POST', agent: false, ca: authority.certPem, headers, ...identity };
      const sent = request(`${ingestUrl}${path}`, options);
      sent.on('response', (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? 0));
      });
      sent.on('error', reject);
      sent.end(body);
    });
  return {
    authority,
    logsUrl: stores.logsUrl,
    metricsUrl: stores.metricsUrl,
    ingestUrl,
    ingestDirectory: homePaths(home).ingest,
    send,
    pushLine(certificate, labels, line) {
      return send({ ...lineRequest(labels, line), certificate });
    },
    pushSample(certificate, labels) {
      return send({ ...sampleRequest(labels), certificate });
    },
    async stop() {
      await nginx.stop();
      await stores.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}
