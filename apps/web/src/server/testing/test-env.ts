import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeKeyFile } from '@oriel/db/testing/keys';
import { afterAll, beforeAll, vi } from 'vitest';
import { forgetPerProcess } from '../../per-process.ts';

export const publicOrigin = 'http://oriel.localhost:3000';
export const secret = 'a secret of the tests, long enough for it';

/** Gives the calling test file the environment of a web process, with a key file of its own. */
export function testEnv(databaseUrl: () => string): void {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'oriel-web-'));
    const keyFile = join(folder, 'keys.json');
    await writeKeyFile(keyFile);
    const values = {
      DATABASE_URL: databaseUrl(),
      ORIEL_KEY_FILE: keyFile,
      ORIEL_PUBLIC_ORIGIN: publicOrigin,
      NEXTAUTH_URL: publicOrigin,
      NEXTAUTH_SECRET: secret,
      LOG_LEVEL: 'silent',
    };
    for (const [name, value] of Object.entries(values)) vi.stubEnv(name, value);
  });
  afterAll(async () => {
    await forgetPerProcess();
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true, force: true });
  });
}
