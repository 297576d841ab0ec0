import { projectProcedure } from '@/server/procedures.ts';
import { router } from '@/server/trpc.ts';
import { createdToken, tokenList } from '../../tokens/output.ts';
import {
  accountInput,
  createInput,
  createTokenInput,
  listInput,
  rotateTokenInput,
  setEnabledInput,
  tokenInput,
} from '../input.ts';
import { serviceAccount, serviceAccountList } from '../output.ts';
import { listAccounts } from './account-rows.ts';
import { createAccountToken, listAccountTokens, revokeAccountToken, rotateAccountToken } from './account-tokens.ts';
import { createAccount, deleteAccount, setAccountEnabled } from './service.ts';

const permission = 'members:manage';
const project = (input: { project: string }) => ({ slug: input.project });
const tag = 'Service accounts';
const path = '/projects/{project}/service-accounts';
const one = `${path}/{serviceAccountId}` as const;

/** Those of a project, for whoever manages its members. */
export const serviceAccountsRouter = router({
  list: projectProcedure({
    permission,
    input: listInput,
    project,
    rest: { method: 'GET', path, tag, summary: 'List a project’s service accounts' },
  })
    .output(serviceAccountList)
    .query(({ ctx: { db, project }, input }) => listAccounts(db, project.id, input)),

  create: projectProcedure({
    permission,
    input: createInput,
    project,
    rest: { method: 'POST', path, tag, summary: 'Create a service account in a project', status: 201 },
  })
    .output(serviceAccount)
    .mutation(({ ctx, input: { name, member } }) => createAccount(ctx.db, ctx, { name, member, project: ctx.project })),

  setEnabled: projectProcedure({
    permission,
    input: setEnabledInput,
    project,
    rest: { method: 'PATCH', path: one, tag, summary: 'Enable or disable a project’s service account' },
  })
    .output(serviceAccount)
    .mutation(({ ctx, input: { serviceAccountId: id, enabled } }) =>
      setAccountEnabled(ctx.db, ctx, { id, home: ctx.project.id, enabled }),
    ),

  delete: projectProcedure({
    permission,
    input: accountInput,
    project,
    rest: { method: 'DELETE', path: one, tag, summary: 'Delete a project’s service account' },
  }).mutation(async ({ ctx, input: { serviceAccountId: id } }) => {
    await deleteAccount(ctx.db, ctx, { id, home: ctx.project.id });
  }),

  tokens: projectProcedure({
    permission,
    input: accountInput,
    project,
    rest: { method: 'GET', path: `${one}/tokens`, tag, summary: 'List the tokens of a project’s service account' },
  })
    .output(tokenList)
    .query(async ({ ctx: { db, project }, input: { serviceAccountId: id } }) => ({
      tokens: await listAccountTokens(db, { id, home: project.id }),
    })),

  createToken: projectProcedure({
    permission,
    input: createTokenInput,
    project,
    rest: {
      method: 'POST',
      path: `${one}/tokens`,
      tag,
      summary: 'Create a token of a project’s service account',
      status: 201,
      shownOnce: true,
    },
  })
    .output(createdToken)
    .mutation(({ ctx: { db, actor, project }, input: { project: _, serviceAccountId: id, ...token } }) =>
      createAccountToken(db, { id, home: project.id, actor }, token),
    ),

  rotateToken: projectProcedure({
    permission,
    input: rotateTokenInput,
    project,
    rest: {
      method: 'POST',
      path: `${one}/tokens/{tokenId}/rotate`,
      tag,
      summary: 'Rotate a token of a project’s service account',
      status: 201,
      shownOnce: true,
    },
  })
    .output(createdToken)
    .mutation(({ ctx: { db, actor, project }, input: { serviceAccountId: id, ...rotation } }) =>
      rotateAccountToken(db, { id, home: project.id, actor }, rotation),
    ),

  revokeToken: projectProcedure({
    permission,
    input: tokenInput,
    project,
    rest: {
      method: 'DELETE',
      path: `${one}/tokens/{tokenId}`,
      tag,
      summary: 'Revoke a token of a project’s service account',
    },
  }).mutation(async ({ ctx: { db, actor, project }, input: { serviceAccountId: id, tokenId } }) => {
    await revokeAccountToken(db, { id, home: project.id, actor }, tokenId);
  }),
});
