import type { Db } from '@oriel/db/client';
import { OrielError } from '@oriel/domain/errors';
import { slug } from '@oriel/domain/names';
import type { Configuration } from 'openid-client';
import { openClientSecret } from '@/features/identity-providers/server/client-secret.ts';
import { perProcess } from '@/per-process.ts';
import { discover } from './discover.ts';
import { refusalFor } from './refusal-for.ts';
import { Refused } from './refused.ts';

export interface Provider {
  readonly id: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecretEnvelope: string;
  readonly scopes: readonly string[];
  readonly groupsClaim: string;
  readonly trustsEmail: boolean;
}

/** An enabled provider. Throws `Refused` for one that is unknown or switched off, in the same words. */
export async function findProvider(db: Db, providerId: string): Promise<Provider> {
  const provider = slug.safeParse(providerId).success
    ? await db.identityProvider.findUnique({ where: { id: providerId, enabled: true } })
    : null;
  if (!provider) throw new Refused('UnknownProvider');
  return provider;
}

/** Endpoints and keys change seldom; keys that are not known yet are fetched when a token names one. */
const keptMs = 10 * 60_000;
/** A provider that is away is not asked again by each of those who wait for it. */
const failureKeptMs = 3_000;

interface Kept {
  readonly fingerprint: string;
  readonly configuration: Promise<Configuration>;
  until: number;
}

const keptConfigurations = perProcess(() => new Map<string, Kept>());

/** How to talk to the provider, discovered once for all who sign in. Throws `Refused`. */
export async function configurationOf(provider: Provider): Promise<Configuration> {
  const { id, issuer, clientId, clientSecretEnvelope } = provider;
  const fingerprint = JSON.stringify([issuer, clientId, clientSecretEnvelope]);
  const kept = keptConfigurations();
  let entry = kept.get(id);
  if (entry === undefined || entry.fingerprint !== fingerprint || entry.until < Date.now()) {
    const configuration = openClientSecret(id, clientSecretEnvelope).then((clientSecret) =>
      discover({ issuer, clientId, clientSecret }),
    );
    const fresh: Kept = { fingerprint, configuration, until: Date.now() + keptMs };
    configuration.catch(() => {
      fresh.until = Date.now() + failureKeptMs;
    });
    kept.set(id, fresh);
    entry = fresh;
  }
  try {
    return await entry.configuration;
  } catch (cause) {
    // A key of ours that is missing is no fault of the provider.
    if (cause instanceof OrielError) throw cause;
    throw new Refused(refusalFor(cause, 'ProviderFault'), cause);
  }
}
