import type { Prisma } from '@oriel/db/client';
import { id as rowId } from '@oriel/domain/names';
import { decodeCursor, encodeCursor, unknownCursor } from '@/server/page-cursor.ts';

/** People, then service accounts, then groups, which have no user; each by name. A subject may have several roles. */
export const memberOrder: Prisma.RoleBindingOrderByWithRelationInput[] = [
  { user: { kind: 'asc' } },
  { user: { email: 'asc' } },
  { providerId: 'asc' },
  { groupName: 'asc' },
  { id: 'asc' },
];

interface Placed {
  readonly id: string;
  readonly user: { readonly kind: 'person' | 'service'; readonly email: string } | null;
  readonly provider: { readonly id: string } | null;
  readonly groupName: string | null;
}

/** Where a page ended. */
export function cursorOf({ id, user, provider, groupName }: Placed): string {
  return encodeCursor(
    user === null ? ['group', provider?.id ?? '', groupName ?? '', id] : [user.kind, user.email, '', id],
  );
}

/** @throws OrielError `bad_input` */
export function afterCursor(cursor: string): Prisma.RoleBindingWhereInput {
  const [kind, name = '', groupName = '', id = ''] = decodeCursor(cursor, 4);
  if (!rowId.safeParse(id).success) throw unknownCursor();
  const groups = { userId: null };
  if (kind === 'group') {
    const ofProvider = { ...groups, providerId: name };
    return {
      OR: [
        { ...groups, providerId: { gt: name } },
        { ...ofProvider, groupName: { gt: groupName } },
        { ...ofProvider, groupName, id: { gt: id } },
      ],
    };
  }
  const isPerson = kind === 'person';
  const sameKind = { kind: isPerson ? 'person' : 'service' } as const;
  return {
    OR: [
      { user: { ...sameKind, email: { gt: name } } },
      { user: { ...sameKind, email: name }, id: { gt: id } },
      ...(isPerson ? [{ user: { kind: 'service' as const } }] : []),
      groups,
    ],
  };
}
