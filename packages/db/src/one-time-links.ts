import type { Tx } from './client.ts';
import { newOpaqueToken } from './opaque-token.ts';

export interface IssueOptions {
  readonly validForHours: number;
  /** Who is shown it, where that is no administrator: whoever sets the password by it may be this one. */
  readonly handedTo?: string | undefined;
}

/**
 * Makes a link with which the person sets a password, and ends every earlier one. Returns the token:
 * the address is `<public origin>/welcome/<token>`. Only its hash is kept.
 */
export async function issueOneTimeLink(tx: Tx, userId: string, options: IssueOptions): Promise<string> {
  const { validForHours, handedTo: handedToId = null } = options;
  const { value, hash } = newOpaqueToken();
  const now = new Date();
  await tx.oneTimeLink.deleteMany({ where: { userId, usedAt: null } });
  await tx.oneTimeLink.create({
    data: {
      tokenHash: hash,
      userId,
      handedToId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + validForHours * 3_600_000),
    },
  });
  return value;
}
