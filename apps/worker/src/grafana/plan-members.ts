import type { GrafanaMember } from '@oriel/db/grafana-members';
import { serverLogin } from '@oriel/seed-client/grafana/connection';
import type { GrafanaOrgUser } from '@oriel/seed-client/grafana/people';
import { fallbackEmail } from './names.ts';

export type MemberChange =
  | { readonly kind: 'remove'; readonly found: GrafanaOrgUser }
  | { readonly kind: 'set_role'; readonly member: GrafanaMember; readonly found: GrafanaOrgUser }
  | { readonly kind: 'update'; readonly member: GrafanaMember; readonly found: GrafanaOrgUser }
  | { readonly kind: 'add'; readonly member: GrafanaMember };

export interface MemberPlan {
  readonly changes: readonly MemberChange[];
  /** The server user must be Admin: without that nothing else can be put right. */
  readonly serverUserIsAdmin: boolean;
}

/**
 * Who must go comes first, then who has too much, then the rest. Nobody stays because Grafana has them: whoever was
 * added there by hand goes.
 *
 * @param taken e-mail addresses that other accounts in Grafana have.
 */
export function planMembers(
  desired: readonly GrafanaMember[],
  observed: readonly GrafanaOrgUser[],
  taken: ReadonlySet<string>,
): MemberPlan {
  const wanted = new Map(desired.map((member) => [member.userId, member]));
  const present = new Map(observed.map((found) => [found.login, found]));
  const pairs = observed.flatMap((found) => {
    const member = wanted.get(found.login);
    return member === undefined ? [] : [{ member, found }];
  });
  const changes: MemberChange[] = [
    ...observed
      .filter(({ login }) => login !== serverLogin && !wanted.has(login))
      .map((found) => ({ kind: 'remove', found }) as const),
    ...pairs
      .filter(({ member, found }) => member.role !== found.role)
      .map((pair) => ({ kind: 'set_role', ...pair }) as const),
    ...desired.filter(({ userId }) => !present.has(userId)).map((member) => ({ kind: 'add', member }) as const),
    ...pairs
      .filter(({ member, found }) => member.name !== found.name || emailFor(member, taken) !== found.email)
      .map((pair) => ({ kind: 'update', ...pair }) as const),
  ];
  return { changes, serverUserIsAdmin: present.get(serverLogin)?.role === 'Admin' };
}

/** Grafana wants addresses that differ. */
export function emailFor({ email, userId }: GrafanaMember, taken: ReadonlySet<string>): string {
  return taken.has(email) ? fallbackEmail(userId) : email;
}
