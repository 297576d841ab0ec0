import { startEmbeddedServer } from '@oriel/db/testing/embedded-server';
import { createFromTemplate, createTemplate } from '@oriel/db/testing/template';

/** An empty, migrated database on a PostgreSQL of its own, for as long as `use` runs. */
export async function withScratchDatabase<Result>(use: (url: string) => Promise<Result>): Promise<Result> {
  const server = await startEmbeddedServer();
  try {
    await createTemplate(server.url);
    return await use(await createFromTemplate(server.url, 'proof'));
  } finally {
    await server.stop();
  }
}
