import type { TestProject } from 'vitest/node';
import { startEmbeddedServer } from './embedded-server.ts';
import { createTemplate } from './template.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of a server that has the template database. */
    postgresServer: string;
  }
}

/** One PostgreSQL for a whole test run: name this file as `globalSetup` of the integration project. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startEmbeddedServer();
  await createTemplate(server.url);
  project.provide('postgresServer', server.url);
  return () => server.stop();
}
