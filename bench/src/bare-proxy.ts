/**
 * What Node itself takes: `node:http` in front, undici's Pool behind, the tenant's header set, and nothing looked at.
 *
 *   node bare-proxy.ts <port> <tenant> <address of the metrics' API> <address of the logs'>
 */
import { createServer } from 'node:http';
import process from 'node:process';
import { Pool } from 'undici';

const [port, tenant = '', ...addresses] = process.argv.slice(2);
const [metrics, logs] = addresses.map((address) => {
  const { origin, pathname } = new URL(address);
  return { pool: new Pool(origin, { connections: 128 }), prefix: pathname === '/' ? '' : pathname };
});

createServer({ noDelay: true, optimizeEmptyRequests: true, keepAliveTimeout: 65_000 }, ({ url = '/' }, response) => {
  const store = url.startsWith('/loki/') ? logs : metrics;
  store?.pool.dispatch(
    { path: store.prefix + url, method: 'GET', headers: ['x-scope-orgid', tenant] },
    {
      onRequestStart: () => undefined,
      onResponseStart: (_controller, status, headers) => void response.writeHead(status, headers),
      onResponseData: (_controller, chunk) => void response.write(chunk),
      onResponseEnd: () => void response.end(),
      onResponseError: () => void response.destroy(),
    },
  );
}).listen(Number(port), '127.0.0.1');
