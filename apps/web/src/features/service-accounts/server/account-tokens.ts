import type { Db } from '@oriel/db/client';
import { OrielError } from '@oriel/domain/errors';
import type { PersonActor } from '@/server/actor.ts';
import type { TokenRow } from '../../tokens/output.ts';
import { type IssuedToken, issueToken, type NewToken } from '../../tokens/server/issue-token.ts';
import { type Rotation, rotateToken } from '../../tokens/server/rotate-token.ts';
import { revokeToken } from '../../tokens/server/service.ts';
import { listTokens } from '../../tokens/server/token-rows.ts';
import { type AccountRef, requireAccount } from './service.ts';

/** The account, and who looks after it. */
export interface Managed extends AccountRef {
  readonly actor: PersonActor;
}

export function listAccountTokens(db: Db, ref: AccountRef): Promise<TokenRow[]> {
  return db.$transaction(async (tx) => listTokens(tx, (await requireAccount(tx, ref)).id));
}

/** `project`: where the token is confined to; a project's account never leaves it. */
export function createAccountToken(
  db: Db,
  { actor, ...ref }: Managed,
  input: Omit<NewToken, 'projectId'> & { readonly project?: string | undefined },
): Promise<IssuedToken> {
  const { project, ...properties } = input;
  return db.$transaction(async (tx) => {
    const { id: userId } = await requireAccount(tx, ref);
    if (ref.home !== null) return issueToken(tx, { userId, actor }, { ...properties, projectId: ref.home });
    const found = project === undefined ? null : await tx.project.findUnique({ where: { slug: project } });
    if (project !== undefined && found === null) {
      throw new OrielError('not_found', 'There is no such project. Choose one of the list.', { field: 'project' });
    }
    return issueToken(tx, { userId, actor }, { ...properties, projectId: found?.id ?? null });
  });
}

export function rotateAccountToken(db: Db, { actor, ...ref }: Managed, rotation: Rotation): Promise<IssuedToken> {
  return db.$transaction(async (tx) => {
    const { id: userId } = await requireAccount(tx, ref);
    return rotateToken(tx, { userId, actor }, rotation);
  });
}

export function revokeAccountToken(db: Db, { actor, ...ref }: Managed, tokenId: string): Promise<void> {
  return db.$transaction(async (tx) => {
    const { id: userId } = await requireAccount(tx, ref);
    await revokeToken(tx, { userId, actor }, tokenId);
  });
}
