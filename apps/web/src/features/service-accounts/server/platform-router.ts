import { platformProcedure } from '@/server/procedures.ts';
import { router } from '@/server/trpc.ts';
import { createdToken, tokenList } from '../../tokens/output.ts';
import {
  createPlatformInput,
  createPlatformTokenInput,
  listPlatformInput,
  platformAccountInput,
  platformTokenInput,
  rotatePlatformTokenInput,
  setPlatformEnabledInput,
} from '../input.ts';
import { serviceAccount, serviceAccountList } from '../output.ts';
import { listAccounts } from './account-rows.ts';
import { createAccountToken, listAccountTokens, revokeAccountToken, rotateAccountToken } from './account-tokens.ts';
import { createAccount, deleteAccount, setAccountEnabled } from './service.ts';

const permission = 'platform:manage';
const tag = 'Service accounts';
const path = '/service-accounts';
const one = `${path}/{serviceAccountId}` as const;
const home = null;

/** Those of the platform, for administrators. They hold roles in projects like anybody, or are administrators. */
export const platformServiceAccountsRouter = router({
  list: platformProcedure({
    permission: 'platform:read',
    input: listPlatformInput,
    rest: { method: 'GET', path, tag, summary: 'List the platform’s service accounts' },
  })
    .output(serviceAccountList)
    .query(({ ctx: { db }, input }) => listAccounts(db, home, input)),

  create: platformProcedure({
    permission,
    input: createPlatformInput,
    rest: { method: 'POST', path, tag, summary: 'Create a service account of the platform', status: 201 },
  })
    .output(serviceAccount)
    .mutation(({ ctx, input: { name, administrator } }) =>
      createAccount(ctx.db, ctx, { name, project: null, isPlatformAdmin: administrator }),
    ),

  setEnabled: platformProcedure({
    permission,
    input: setPlatformEnabledInput,
    rest: { method: 'PATCH', path: one, tag, summary: 'Enable or disable a service account of the platform' },
  })
    .output(serviceAccount)
    .mutation(({ ctx, input: { serviceAccountId: id, enabled } }) =>
      setAccountEnabled(ctx.db, ctx, { id, home, enabled }),
    ),

  delete: platformProcedure({
    permission,
    input: platformAccountInput,
    rest: { method: 'DELETE', path: one, tag, summary: 'Delete a service account of the platform' },
  }).mutation(async ({ ctx, input: { serviceAccountId: id } }) => {
    await deleteAccount(ctx.db, ctx, { id, home });
  }),

  tokens: platformProcedure({
    permission: 'platform:read',
    input: platformAccountInput,
    rest: {
      method: 'GET',
      path: `${one}/tokens`,
      tag,
      summary: 'List the tokens of a service account of the platform',
    },
  })
    .output(tokenList)
    .query(async ({ ctx: { db }, input: { serviceAccountId: id } }) => ({
      tokens: await listAccountTokens(db, { id, home }),
    })),

  createToken: platformProcedure({
    permission,
    input: createPlatformTokenInput,
    rest: {
      method: 'POST',
      path: `${one}/tokens`,
      tag,
      summary: 'Create a token of a service account of the platform',
      status: 201,
      shownOnce: true,
    },
  })
    .output(createdToken)
    .mutation(({ ctx: { db, actor }, input: { serviceAccountId: id, ...token } }) =>
      createAccountToken(db, { id, home, actor }, token),
    ),

  rotateToken: platformProcedure({
    permission,
    input: rotatePlatformTokenInput,
    rest: {
      method: 'POST',
      path: `${one}/tokens/{tokenId}/rotate`,
      tag,
      summary: 'Rotate a token of a service account of the platform',
      status: 201,
      shownOnce: true,
    },
  })
    .output(createdToken)
    .mutation(({ ctx: { db, actor }, input: { serviceAccountId: id, ...rotation } }) =>
      rotateAccountToken(db, { id, home, actor }, rotation),
    ),

  revokeToken: platformProcedure({
    permission,
    input: platformTokenInput,
    rest: {
      method: 'DELETE',
      path: `${one}/tokens/{tokenId}`,
      tag,
      summary: 'Revoke a token of a service account of the platform',
    },
  }).mutation(async ({ ctx: { db, actor }, input: { serviceAccountId: id, tokenId } }) => {
    await revokeAccountToken(db, { id, home, actor }, tokenId);
  }),
});
