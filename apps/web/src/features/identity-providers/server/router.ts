import { platformProcedure, selfProcedure } from '@/server/procedures.ts';
import { router } from '@/server/trpc.ts';
import {
  createProviderInput,
  deleteProviderInput,
  disconnectInput,
  testProviderInput,
  updateProviderInput,
} from '../input.ts';
import { changedProvider, connections, deletedProvider, provider, providerList, providerTest } from '../output.ts';
import { disconnect, listConnections } from './connections.ts';
import { createProvider, deleteProvider, listProviders, updateProvider } from './service.ts';
import { testProvider } from './test-provider.ts';

const tag = 'Identity providers';

export const identityProvidersRouter = router({
  list: platformProcedure({
    permission: 'platform:read',
    rest: { method: 'GET', path: '/identity-providers', tag, summary: 'List identity providers' },
  })
    .output(providerList)
    .query(async ({ ctx }) => ({ providers: await listProviders(ctx) })),

  create: platformProcedure({
    permission: 'platform:manage',
    input: createProviderInput,
    rest: {
      method: 'POST',
      path: '/identity-providers',
      tag,
      summary: 'Add an identity provider',
      description: 'The client secret is sealed and never shown again.',
      status: 201,
    },
  })
    .output(provider)
    .mutation(({ ctx, input }) => createProvider(ctx, input)),

  update: platformProcedure({
    permission: 'platform:manage',
    input: updateProviderInput,
    rest: {
      method: 'PATCH',
      path: '/identity-providers/{id}',
      tag,
      summary: 'Change an identity provider',
      description:
        'Switching it off ends the sessions it has vouched for. The issuer stays: add another provider instead.',
    },
  })
    .output(changedProvider)
    .mutation(({ ctx, input }) => updateProvider(ctx, input)),

  delete: platformProcedure({
    permission: 'platform:manage',
    input: deleteProviderInput,
    rest: {
      method: 'DELETE',
      path: '/identity-providers/{id}',
      tag,
      summary: 'Delete an identity provider',
      description: 'Ends the sessions it has vouched for, and the roles of its groups. People stay.',
    },
  })
    .output(deletedProvider)
    .mutation(({ ctx, input }) => deleteProvider(ctx, input)),

  test: platformProcedure({
    permission: 'platform:manage',
    input: testProviderInput,
    rest: {
      method: 'POST',
      path: '/identity-providers/test',
      tag,
      summary: 'Test an issuer',
      description: 'Fetches its discovery document as a sign-in would. Nothing is stored.',
    },
  })
    .output(providerTest)
    .mutation(({ input }) => testProvider(input.issuer)),
});

export const connectionsRouter = router({
  list: selfProcedure({
    permission: 'self:manage',
    rest: { method: 'GET', path: '/me/connections', tag: 'You', summary: 'List your identity providers' },
  })
    .output(connections)
    .query(({ ctx: { db, actor } }) => listConnections(db, actor.userId)),

  /** Connecting one is a visit to it: `POST /api/auth/connect/<provider>`. */
  remove: selfProcedure({
    permission: 'self:manage',
    input: disconnectInput,
    rest: {
      method: 'DELETE',
      path: '/me/connections/{providerId}',
      tag: 'You',
      summary: 'Disconnect an identity provider',
    },
  }).mutation(async ({ ctx: { db, actor, identity }, input: { providerId } }) => {
    await disconnect(db, { actor, providerId, sessionId: identity.credential.id });
  }),
});
