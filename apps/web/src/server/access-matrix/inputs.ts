// Inputs that succeed for whoever may, as the procedures of the matrix share them.
import { randomName } from '@oriel/db/testing/fixtures';
import type { ErrorCode } from '@oriel/domain/errors';
import type { World } from '../testing/world.ts';

export const cluster = ({ cluster: { id } }: World) => ({ clusterId: id });
export const operation = ({ operationId }: World) => ({ operationId });
export const project = ({ own }: World) => ({ project: own.slug });
export const dashboard = ({ own, dashboardUid }: World) => ({ project: own.slug, uid: dashboardUid });
export const viewerOf = ({ own, viewerMemberId }: World) => ({ project: own.slug, memberId: viewerMemberId });
export const viewer = ({ people }: World) => ({ userId: people.viewer.id });
export const account = ({ own, accounts }: World) => ({ project: own.slug, serviceAccountId: accounts.project.id });
export const accountToken = (world: World) => ({ ...account(world), tokenId: world.accounts.project.tokenId });
export const platformAccount = ({ accounts }: World) => ({ serviceAccountId: accounts.platform.id });
export const platformToken = (world: World) => ({
  ...platformAccount(world),
  tokenId: world.accounts.platform.tokenId,
});
/** No store is there to answer; the permission has been passed when that shows. */
export const noStore: readonly ErrorCode[] = ['upstream_failed', 'unavailable', 'timed_out'];
export const newProvider = () => ({
  name: 'Example',
  issuer: `https://${randomName('login')}.example.com`,
  clientId: 'oriel',
  clientSecret: 'a client secret',
});
export const kubeconfig = 'not a kubeconfig';
