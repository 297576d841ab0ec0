import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:tls';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type IssuedCertificate, issueAgent } from './certificates.ts';
import { NginxFixture } from './nginx.fixture.ts';

const push = '/loki/api/v1/push';
let nginx: NginxFixture;
let certificate: IssuedCertificate;

beforeAll(async () => {
  const clusterId = randomUUID();
  nginx = await NginxFixture.start([{ clusterId, orgId: 'tenant-a' }]);
  certificate = await issueAgent(nginx.authority, clusterId);
});
afterAll(async () => nginx.stop());

// Before there is a path, nginx can name no location and used to answer 500.
test.each([
  'POST nowhere HTTP/1.1',
  `POST ${push} HTTP/0.8`,
  `POST ${push} http/1.1`,
  'CONNECT a:80 HTTP/1.1',
  `POST /${'x'.repeat(50_000)} HTTP/1.1`,
  `POST ${push} HTTP/1.1\r\nHost: a\r\nHost: b`,
  'POST /unreadable HTTP/1.1',
])('what cannot be read is our 503: %.60s', async (head) => {
  const answer = await sendHead(`${head}\r\n\r\n`);
  expect(answer).toMatch(/503 Service|^The ingest gateway could not take/);
  expect(answer).toContain('keep the data and try again');
  expect(nginx.logs.seen).toHaveLength(0);
});

/** The bytes as they are, over a connection of a cluster that is mapped. */
async function sendHead(text: string): Promise<string> {
  const { certPem: cert, keyPem: key } = certificate;
  const socket = connect({ host: '127.0.0.1', port: nginx.port, ca: nginx.authority.certPem, cert, key });
  socket.setTimeout(2_000, () => socket.destroy()).write(text);
  let answer = '';
  socket.setEncoding('latin1').on('data', (chunk) => {
    answer += chunk;
    if (answer.includes('try again')) socket.destroy();
  });
  await once(socket, 'close');
  return answer;
}
