import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { assertPortsFree } from './ports-free.ts';

test('a taken port is named with what it is for, who has it, and the way out', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  try {
    const check = assertPortsFree([{ port, what: 'PostgreSQL' }], 3000);
    await expect(check).rejects.toThrow(`Port ${port}, needed for PostgreSQL, is in use`);
    await expect(check).rejects.toThrow('npm start -- --port 3100');
    if (process.platform === 'linux') await expect(check).rejects.toThrow(`process ${process.pid}`);
  } finally {
    server.close();
  }
  await once(server, 'close');
  await assertPortsFree([{ port, what: 'PostgreSQL' }], 3000);
});
