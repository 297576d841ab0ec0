import type { Db } from '@oriel/db/client';
import { randomName } from '@oriel/db/testing/fixtures';

/** An identity provider nobody can sign in with; returns its id. */
export async function makeProvider(db: Db): Promise<string> {
  const id = randomName('idp');
  const data = { id, name: 'Corp', issuer: `https://${id}.example`, clientId: 'oriel', clientSecretEnvelope: 'v1.x' };
  await db.identityProvider.create({ data });
  return id;
}
