import { selfProcedure } from '@/server/procedures.ts';
import { router } from '@/server/trpc.ts';
import { createTokenInput, rotateTokenInput, tokenInput } from '../input.ts';
import { createdToken, tokenList } from '../output.ts';
import { createOwnToken, revokeOwnToken, rotateOwnToken } from './service.ts';
import { listTokens } from './token-rows.ts';

const permission = 'self:manage';
const tag = 'Tokens';

export const tokensRouter = router({
  list: selfProcedure({
    permission,
    isRescue: true,
    rest: { method: 'GET', path: '/tokens', tag, summary: 'List your tokens' },
  })
    .output(tokenList)
    .query(async ({ ctx: { db, actor } }) => ({ tokens: await listTokens(db, actor.userId) })),

  create: selfProcedure({
    permission,
    input: createTokenInput,
    rest: { method: 'POST', path: '/tokens', tag, summary: 'Create a token', status: 201, shownOnce: true },
  })
    .output(createdToken)
    .mutation(({ ctx: { db, principal, actor, identity }, input }) =>
      createOwnToken(db, { input, principal, by: { actor, sessionId: identity.credential.id } }),
    ),

  rotate: selfProcedure({
    permission,
    input: rotateTokenInput,
    rest: {
      method: 'POST',
      path: '/tokens/{tokenId}/rotate',
      tag,
      summary: 'Rotate a token',
      description: 'Makes a token with the same properties. The old one goes on working for the overlap.',
      status: 201,
      shownOnce: true,
    },
  })
    .output(createdToken)
    .mutation(({ ctx: { db, actor, identity }, input }) =>
      rotateOwnToken(db, { actor, sessionId: identity.credential.id }, input),
    ),

  revoke: selfProcedure({
    permission,
    isRescue: true,
    input: tokenInput,
    rest: { method: 'DELETE', path: '/tokens/{tokenId}', tag, summary: 'Revoke a token' },
  }).mutation(async ({ ctx: { db, actor }, input }) => {
    await revokeOwnToken(db, actor, input.tokenId);
  }),
});
