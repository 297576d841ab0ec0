import type { VouchedPerson } from '@oriel/db/identities';
import { email as emailSchema } from '@oriel/domain/names';
import { Refused } from './refused.ts';

/** From a verified ID token, completed by the user info of the same subject. */
export type Claims = Readonly<Record<string, unknown>>;

/** More than anybody has in practice; every one of them is a row. */
export const maxGroups = 500;
const maxGroupLength = 256;
const maxSubjectLength = 255;

export interface ReadClaims {
  readonly vouched: VouchedPerson;
  /** Groups that no binding can name: too long, or not text that the database keeps. */
  readonly leftOut: number;
}

export interface ClaimsProvider {
  readonly id: string;
  readonly groupsClaim: string;
  /** Its addresses are taken for verified where it does not say whether they are. */
  readonly trustsEmail: boolean;
}

/** What the claims say of a person. Throws `Refused` for whatever is missing, empty or of another form. */
export function readClaims(claims: Claims, provider: ClaimsProvider): ReadClaims {
  const { sub: subject } = claims;
  if (!isText(subject) || subject.length > maxSubjectLength) throw new Refused('NoSubject');
  const email = emailSchema.safeParse(claims.email);
  if (!email.success) throw new Refused('NoEmail');
  const { groups, leftOut } = readGroups(claims[provider.groupsClaim]);
  const vouched = {
    providerId: provider.id,
    subject,
    email: email.data,
    emailVerified: isVerified(claims.email_verified ?? provider.trustsEmail),
    name: nameIn(claims) ?? email.data.slice(0, email.data.indexOf('@')).slice(0, 120),
    groups,
  };
  return { vouched, leftOut };
}

/** Whether the ID token says all that a sign-in needs, so that the user info need not be asked for. */
export function isComplete(claims: Claims, { groupsClaim, trustsEmail }: Omit<ClaimsProvider, 'id'>): boolean {
  const vouched = trustsEmail || claims.email_verified !== undefined;
  return claims.email !== undefined && claims[groupsClaim] !== undefined && vouched;
}

/** The ID token, completed. That one address is verified says nothing of another. */
export function complete(idToken: Claims, userInfo: Claims): Claims {
  const { email_verified, ...rest } = userInfo;
  const sameEmail = idToken.email === undefined || idToken.email === userInfo.email;
  return { ...rest, ...(sameEmail ? { email_verified } : {}), ...idToken };
}

/** Some providers send it as a string. */
function isVerified(claim: unknown): boolean {
  return claim === true || claim === 'true';
}

function readGroups(claim: unknown): { groups: string[]; leftOut: number } {
  if (!Array.isArray(claim) || !claim.every((group) => typeof group === 'string')) throw new Refused('NoGroups');
  // Which to leave out of so many is not ours to say.
  if (claim.length > maxGroups) throw new Refused('TooManyGroups');
  const distinct = [...new Set(claim as string[])].filter((group) => group !== '');
  const groups = distinct.filter((group) => group.length <= maxGroupLength && isText(group));
  if (groups.length === 0) throw new Refused('EmptyGroups');
  return { groups, leftOut: distinct.length - groups.length };
}

function nameIn({ name, preferred_username: username }: Claims): string | undefined {
  const given = [name, username].find((value): value is string => isText(value) && value.trim() !== '');
  return given?.trim().slice(0, 120).toWellFormed();
}

/** Text that PostgreSQL keeps as it is: no NUL, no half of a surrogate pair. */
function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && !value.includes('\0') && value.isWellFormed();
}
