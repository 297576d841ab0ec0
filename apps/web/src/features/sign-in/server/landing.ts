import type { Queryable } from '@oriel/db/client';
import { slug } from '@oriel/domain/names';
import { refusalWords } from '../refusal-words.ts';
import { refusal } from '../refusals.ts';

/** What the address of a page says about a visit to a provider that came to nothing. */
export interface LandingQuery {
  readonly error?: string | undefined;
  readonly provider?: string | undefined;
}

/** The sentence for it; undefined where there is nothing to say. Only known codes and known providers are named. */
export async function landingWords(db: Queryable, { error, provider }: LandingQuery): Promise<string | undefined> {
  const known = refusal.safeParse(error);
  if (!known.success) return undefined;
  const id = slug.safeParse(provider);
  const row = id.success
    ? await db.identityProvider.findUnique({
        where: { id: id.data, enabled: true },
        select: { name: true, groupsClaim: true },
      })
    : null;
  return refusalWords(known.data, row ?? undefined);
}
