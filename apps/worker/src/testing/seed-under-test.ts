import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AgentCertificate } from '@oriel/domain/desired-state';
import { type Authority, createAuthority } from '@oriel/ingest/certificates';
import { homePaths } from '@oriel/testbed/embedded/home';
import { portsFrom } from '@oriel/testbed/ports';
import { startIngestNginx } from '@oriel/testbed/seed/start-ingest';
import { startSeedStores } from '@oriel/testbed/seed/start-stores';
import { freeFront } from './free-front.ts';
import { remoteWriteBody } from './remote-write.ts';

export interface SeedUnderTest {
  readonly authority: Authority;
  readonly logsUrl: string;
  readonly metricsUrl: string;
  readonly ingestUrl: string;
  readonly ingestDirectory: string;
  /** Pushes one line the way an agent does; the HTTP status. */
  pushLine(certificate: AgentCertificate, labels: Record<string, string>, line: string): Promise<number>;
  /** Pushes `up` for a cluster; the HTTP status. */
  pushSample(certificate: AgentCertificate, labels: Record<string, string>): Promise<number>;
  stopLogs(): Promise<void>;
  stop(): Promise<void>;
}

/** A real seed: Loki, Mimir, and nginx with our configuration before them. About three seconds. */
export async function startSeed(): Promise<SeedUnderTest> {
  const home = await mkdtemp(join(tmpdir(), 'oriel-seed-'));
  const ports = portsFrom(await freeFront());
  const authority = await createAuthority('Oriel seed under test');
  const stores = await startSeedStores({ home, ports });
  const remoteConfigToken = 'secret-of-the-test-0123456789abcdef';
  const nginx = await startIngestNginx({ home, ports, authority, listen: ['127.0.0.1'], remoteConfigToken });
  const ingestUrl = `https://127.0.0.1:${ports.ingest}`;
  const post = (path: string, type: string, body: Buffer, certificate: AgentCertificate) =>
    new Promise<number>((resolve, reject) => {
      const { certPem: cert, keyPem: key } = certificate;
      const encoding = type.includes('protobuf') ? { 'content-encoding': 'snappy' } : {};
      const headers = { 'content-type': type, ...encoding };
      const sent = request(`${ingestUrl}${path}`, {
        method: 'POST',
        agent: false,
        ca: authority.certPem,
        cert,
        key,
        headers,
      });
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
    pushLine(certificate, labels, line) {
      const values = [[`${Date.now()}000000`, line]];
      const body = Buffer.from(JSON.stringify({ streams: [{ stream: labels, values }] }));
      return post('/loki/api/v1/push', 'application/json', body, certificate);
    },
    pushSample(certificate, labels) {
      const body = remoteWriteBody({ __name__: 'up', job: 'agent', ...labels }, 1, new Date());
      return post('/api/v1/push', 'application/x-protobuf', body, certificate);
    },
    stopLogs: () => stores.stop(),
    async stop() {
      await nginx.stop();
      await stores.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}
