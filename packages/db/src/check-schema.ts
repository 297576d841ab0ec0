// Fails when prisma/migrations and prisma/schema.prisma describe different databases.
//   node packages/db/src/check-schema.ts
import { migrationsToSchema } from './schema-engine.ts';
import { startEmbeddedServer } from './testing/embedded-server.ts';

const server = await startEmbeddedServer();
try {
  const sql = await migrationsToSchema(server.url);
  if (sql === '') console.log('The migrations match schema.prisma.');
  else {
    console.error(`The migrations lack this (run author-migration.ts):\n\n${sql}`);
    process.exitCode = 1;
  }
} finally {
  await server.stop();
}
