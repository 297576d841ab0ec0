import type { Db } from '@oriel/db/client';
import { sealClientSecret } from '@/features/identity-providers/server/client-secret.ts';

export interface ProviderRowOptions {
  readonly id: string;
  readonly issuer: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly groupsClaim?: string;
  readonly adminGroups?: string[];
  readonly scopes?: string[];
}

export async function makeProviderRow(db: Db, { clientSecret = 'secret', ...row }: ProviderRowOptions): Promise<void> {
  const clientSecretEnvelope = await sealClientSecret(row.id, clientSecret);
  await db.identityProvider.create({
    data: {
      name: `Provider ${row.id}`,
      clientId: 'oriel',
      scopes: ['profile', 'email', 'groups'],
      ...row,
      clientSecretEnvelope,
    },
  });
}
