import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, inject } from 'vitest';
import { createDb, type Db } from '../client.ts';
import { startEmbeddedServer } from './embedded-server.ts';
import type {} from './global-setup.ts';
import { createFromTemplate, createTemplate, dropDatabase } from './template.ts';

export interface TestDatabase {
  /** Connection string; from `beforeAll` on. */
  readonly url: string;
  /** Connection string of the server's maintenance database, for tests that need a second one. */
  readonly serverUrl: string;
  readonly db: Db;
}

/**
 * A migrated, empty database on a real PostgreSQL for the calling test file, dropped afterwards:
 * `const database = testDatabase();` at the top level, then `database.db` within tests. Uses the
 * run's server (testing/global-setup.ts) where there is one and starts its own otherwise.
 */
export function testDatabase(): TestDatabase {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  let open: { url: string; serverUrl: string; db: Db; close(): Promise<void> } | undefined;
  const get = () => {
    if (!open) throw new Error('The test database is there from beforeAll on, not while the file is read.');
    return open;
  };
  beforeAll(async () => {
    const server = await getServer();
    const url = await createFromTemplate(server.url, name);
    const db = createDb(url);
    const close = async () => {
      await db.$disconnect();
      await dropDatabase(server.url, name);
      await server.stop?.();
    };
    open = { url, serverUrl: server.url, db, close };
  }, 60_000);
  afterAll(() => open?.close(), 60_000);
  return {
    get url() {
      return get().url;
    },
    get serverUrl() {
      return get().serverUrl;
    },
    get db() {
      return get().db;
    },
  };
}

async function getServer(): Promise<{ url: string; stop?: () => Promise<void> }> {
  const shared: string | undefined = inject('postgresServer');
  if (shared !== undefined) return { url: shared };
  const server = await startEmbeddedServer();
  await createTemplate(server.url);
  return server;
}
