import { appendAudit } from '@oriel/db/audit';
import { sessionCookieName } from '@oriel/db/credential';
import { connectIdentity, lockEnabledProvider } from '@oriel/db/identities';
import { identify } from '@oriel/db/principal';
import type { Vouched } from './finish.ts';
import type { Flow } from './flow-cookie.ts';
import type { OidcRequest } from './oidc-request.ts';
import { Refused } from './refused.ts';

/** The session of a browser's cookie: undefined where it has ended. */
export async function ownSession({
  db,
  cookies,
  publicOrigin,
}: OidcRequest): Promise<{ userId: string; sessionId: string; email: string } | undefined> {
  const value = cookies[sessionCookieName(publicOrigin)];
  const identity = value ? await identify(db, { kind: 'session', value }) : undefined;
  if (!identity) return undefined;
  const { userId, email } = identity.principal;
  return { userId, email, sessionId: identity.credential.id };
}

/** Connects the identity with the person whose session began it and is still there. Throws `Refused`. */
export async function finishConnect(
  request: OidcRequest,
  connect: NonNullable<Flow['connect']>,
  { vouched, leftOut }: Vouched,
): Promise<void> {
  const own = await ownSession(request);
  if (own?.userId !== connect.userId || own.sessionId !== connect.sessionId) throw new Refused('NotSignedIn');
  const { db, address } = request;
  const { providerId } = vouched;
  await db.$transaction(async (tx) => {
    if (!(await lockEnabledProvider(tx, providerId))) throw new Refused('UnknownProvider');
    const outcome = await connectIdentity(tx, own, vouched);
    if (outcome.kind === 'taken') throw new Refused('IdentityTaken');
    if (outcome.kind === 'other_identity') throw new Refused('OtherIdentity');
    if (outcome.kind === 'other_email') throw new Refused('OtherEmail');
    const { joined, left } = outcome.groups;
    await appendAudit(tx, {
      actor: { userId: own.userId, email: own.email, address },
      action: 'account.connect_provider',
      targetType: 'identity_provider',
      targetId: providerId,
      after: {
        email: vouched.email,
        joined: [...joined],
        left: [...left],
        leftOut,
        ...(outcome.replaced ? { passwordRemoved: true, ...outcome.replaced } : {}),
      },
    });
  });
}
