import { selfProcedure } from '@/server/procedures.ts';
import { router } from '@/server/trpc.ts';
import { createTokenInput, revokeTokenInput } from '../input.ts';
import { createdToken, tokenList } from '../output.ts';
import { createToken, listTokens, revokeToken } from './service.ts';

const permission = 'self:manage';

export const tokensRouter = router({
  list: selfProcedure({
    permission,
    rest: { method: 'GET', path: '/tokens', tag: 'Tokens', summary: 'List your tokens' },
  })
    .output(tokenList)
    .query(async ({ ctx: { db, actor } }) => ({ tokens: await listTokens(db, actor.userId) })),

  create: selfProcedure({
    permission,
    input: createTokenInput,
    rest: { method: 'POST', path: '/tokens', tag: 'Tokens', summary: 'Create a token', status: 201, shownOnce: true },
  })
    .output(createdToken)
    .mutation(({ ctx: { db, principal, actor }, input }) => createToken(db, { input, principal, actor })),

  revoke: selfProcedure({
    permission,
    input: revokeTokenInput,
    rest: { method: 'DELETE', path: '/tokens/{tokenId}', tag: 'Tokens', summary: 'Revoke a token' },
  }).mutation(async ({ ctx: { db, actor }, input }) => {
    await revokeToken(db, actor, input.tokenId);
  }),
});
