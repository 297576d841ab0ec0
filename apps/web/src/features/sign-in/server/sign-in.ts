import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from '@oriel/db/client';
import { signInInput } from '../input.ts';
import type { SignInLimits } from './limits.ts';
import { verifyPassword } from './passwords.ts';

interface Person {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

export type SignInResult =
  | { readonly kind: 'signed_in'; readonly person: Person; readonly passwordHash: string }
  /** Wrong, unknown, disabled or not yet set up: one answer for all. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'limited'; readonly retryAfterSeconds: number };

export interface SignInAttempt {
  /** As it came: checked here. */
  readonly credentials: unknown;
  readonly address: string | undefined;
}

/** Checks an e-mail address and a password. Makes no session. */
export async function checkSignIn(
  db: Db,
  limits: SignInLimits,
  { credentials, address }: SignInAttempt,
): Promise<SignInResult> {
  const parsed = signInInput.safeParse(credentials);
  if (!parsed.success) return { kind: 'refused' };
  const { email, password } = parsed.data;
  const admission = await limits.admit({ email, address });
  if (!admission.allowed) return { kind: 'limited', retryAfterSeconds: admission.retryAfterSeconds };
  if (admission.delayMs > 0) await sleep(admission.delayMs);
  const row = await db.user.findUnique({
    where: { email },
    select: { id: true, email: true, name: true, passwordHash: true, disabledAt: true },
  });
  const matches = await verifyPassword(row?.passwordHash, password);
  if (!matches || !row?.passwordHash || row.disabledAt !== null) return { kind: 'refused' };
  await limits.succeeded({ email, address });
  const { id, name, passwordHash } = row;
  return { kind: 'signed_in', person: { id, email: row.email, name }, passwordHash };
}
