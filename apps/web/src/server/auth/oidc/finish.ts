import { appendAudit } from '@oriel/db/audit';
import type { Tx } from '@oriel/db/client';
import { violates } from '@oriel/db/database-errors';
import { type IdentityOutcome, lockEnabledProvider, resolveIdentity, type VouchedPerson } from '@oriel/db/identities';
import { type CreatedSession, createSession } from '@oriel/db/sessions';
import type { Refusal } from '@/features/sign-in/refusals.ts';
import { callbackUrl } from './callback-url.ts';
import { readClaims } from './claims.ts';
import { configurationOf, findProvider } from './configurations.ts';
import { exchangeCode } from './exchange.ts';
import { type Flow, readFlow } from './flow-cookie.ts';
import type { OidcRequest } from './oidc-request.ts';
import { Refused } from './refused.ts';

/** The sign-in that this browser began at this provider, used up: it can be finished once. Throws `Refused`. */
export async function takeFlow(request: OidcRequest, state: string | null): Promise<Flow> {
  const flow = await readFlow(request.cookies, request.providerId, request);
  if (!flow || state === null || flow.state !== state) throw new Refused('Expired');
  if (!(await request.limits.isFirstUse(state))) throw new Refused('Expired');
  return flow;
}

export interface Vouched {
  readonly vouched: VouchedPerson;
  readonly leftOut: number;
}

/** Asks the provider whom the callback is about. Throws `Refused`. */
export async function vouchedBy(request: OidcRequest, flow: Flow, search: string): Promise<Vouched> {
  const { db, limits, address, publicOrigin, providerId } = request;
  if (!(await limits.admitAddress(address))) throw new Refused('Limited');
  const provider = await findProvider(db, providerId);
  const configuration = await configurationOf(provider);
  const callback = new URL(`${callbackUrl(publicOrigin, providerId)}${search}`);
  const claims = await exchangeCode(callback, { configuration, provider, flow });
  const read = readClaims(claims, provider);
  await limits.succeededAddress(address);
  return read;
}

/** Signs the person in: identity, groups, session and record in one transaction. Throws `Refused`, recorded too. */
export async function finishSignIn(request: OidcRequest, { vouched, leftOut }: Vouched): Promise<CreatedSession> {
  const { db, address, userAgent } = request;
  const { providerId } = vouched;
  const outcome = await db
    .$transaction(async (tx) => {
      if (!(await lockEnabledProvider(tx, providerId))) throw new Refused('UnknownProvider');
      const found = await resolveIdentity(tx, vouched, address);
      if (found.kind !== 'resolved') return await refuse(tx, request, found);
      const { person, groups } = found;
      const session = await createSession(tx, { userId: person.id, address, userAgent, providerId });
      await appendAudit(tx, {
        actor: { userId: person.id, email: person.email, address },
        action: 'session.sign_in',
        targetType: 'session',
        targetId: session.id,
        after: { provider: providerId, joined: [...groups.joined], left: [...groups.left], leftOut },
      });
      return session;
    })
    .catch((error: unknown) => {
      // Somebody got an account with this address between our look and our write.
      if (violates(error, 'users_email_key')) return { refusal: 'EmailTaken' as const };
      throw error;
    });
  if ('refusal' in outcome) throw new Refused(outcome.refusal);
  return outcome;
}

type Unresolved = Exclude<IdentityOutcome, { kind: 'resolved' }>;

async function refuse(tx: Tx, { providerId, address }: OidcRequest, found: Unresolved): Promise<{ refusal: Refusal }> {
  if (found.kind === 'email_unverified') return { refusal: 'EmailUnverified' };
  const { person, kind } = found;
  await appendAudit(tx, {
    // Who came is not known to be that person.
    actor: { email: `${providerId} (identity provider)`, address },
    action: 'session.refuse',
    targetType: 'user',
    targetId: person.id,
    after: { provider: providerId, email: person.email, reason: kind },
  });
  return { refusal: kind === 'disabled' ? 'CredentialsSignin' : 'EmailTaken' };
}
