import { appendAudit } from '@oriel/db/audit';
import type { Tx } from '@oriel/db/client';
import { tokenPrefix } from '@oriel/db/credential';
import { violates } from '@oriel/db/database-errors';
import { newOpaqueToken } from '@oriel/db/opaque-token';
import { OrielError } from '@oriel/domain/errors';
import type { z } from 'zod';
import type { PersonActor } from '@/server/actor.ts';
import { type ReachColumns, reachColumns } from '../../reach/server/reach-rows.ts';
import type { tokenProperties } from '../input.ts';
import type { TokenRow } from '../output.ts';
import { describeTokens, tokenSelect } from './token-rows.ts';

export const dayMs = 86_400_000;
/** More would be clutter rather than use. */
const maxTokens = 100;

export interface IssuedToken {
  readonly token: TokenRow;
  /** Shown once; only its hash is kept. */
  readonly value: string;
}

/** Whose token, and who makes it: the same person, or whoever manages the service account. */
export interface TokenOwner {
  readonly userId: string;
  readonly actor: PersonActor;
}

export interface NewToken extends z.output<typeof tokenProperties> {
  /** Null: not confined to a project. */
  readonly projectId: string | null;
}

/** A token never exceeds its owner: their roles are looked up again at each use. */
export async function issueToken(tx: Tx, owner: TokenOwner, input: NewToken): Promise<IssuedToken> {
  const { name, readOnly, expiresInDays, projectId, clusters, namespaces } = input;
  const properties = { name, readOnly, expiresInDays, projectId };
  if (projectId !== null) {
    const columns = await reachColumns(tx, { projectId, reach: { clusters, namespaces } });
    return writeToken(tx, owner, { ...properties, ...columns });
  }
  if (clusters === 'all' && namespaces === 'all') {
    return writeToken(tx, owner, { ...properties, clusterIds: [], namespaces: [] });
  }
  throw new OrielError('bad_input', 'Choose the project whose clusters or namespaces the token is for.', {
    field: 'project',
  });
}

export interface TokenProperties extends ReachColumns {
  readonly name: string;
  readonly projectId: string | null;
  readonly readOnly: boolean;
  readonly expiresInDays: number;
  readonly rotatedFromId?: string;
}

export async function writeToken(tx: Tx, owner: TokenOwner, properties: TokenProperties): Promise<IssuedToken> {
  const { userId, actor } = owner;
  const { expiresInDays, ...columns } = properties;
  const { value, hash } = newOpaqueToken(tokenPrefix);
  const createdAt = new Date();
  if ((await tx.apiToken.count({ where: { userId, revokedAt: null, expiresAt: { gt: createdAt } } })) >= maxTokens) {
    throw new OrielError('conflict', `There are ${maxTokens} tokens already. Revoke those that are no longer used.`);
  }
  const row = await tx.apiToken
    .create({
      data: {
        ...columns,
        userId,
        tokenHash: hash,
        prefix: value.slice(0, tokenPrefix.length + 6),
        createdAt,
        expiresAt: new Date(createdAt.getTime() + expiresInDays * dayMs),
      },
      select: tokenSelect,
    })
    .catch(explainRefusal);
  const [token] = await describeTokens(tx, [row]);
  if (token === undefined) throw new Error('A row describes one token.');
  const { name, prefix, readOnly, expiresAt, reach, rotatedFromId } = token;
  await appendAudit(tx, {
    actor,
    action: rotatedFromId === null ? 'token.create' : 'token.rotate',
    projectId: columns.projectId ?? undefined,
    targetType: 'token',
    targetId: row.id,
    after: {
      ownerId: userId,
      name,
      prefix,
      readOnly,
      expiresAt,
      ...reach,
      ...(rotatedFromId === null ? {} : { rotatedFromId }),
    },
  });
  return { token, value };
}

function explainRefusal(error: unknown): never {
  if (violates(error, 'api_tokens_narrowed_reads')) {
    throw new OrielError('bad_input', 'A token for some namespaces may only read. Choose "read", or all namespaces.', {
      field: 'readOnly',
      cause: error,
    });
  }
  if (violates(error, 'api_tokens_rotated_from_id_key')) {
    throw new OrielError(
      'conflict',
      'This token has been rotated already. Rotate the newer one, or make a new token.',
      {
        cause: error,
      },
    );
  }
  throw error;
}
