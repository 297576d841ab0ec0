import { assertReadsAll, authorizeGlobalTelemetry } from '@oriel/domain/scope';
import { tenantsToTail } from '@oriel/federation/federate';
import { openTail } from '@oriel/seed-client/tail';
import { upstreamOfPart } from '@oriel/seed-client/upstream';
import { admitTail } from '../admit.ts';
import type { Grants } from '../grants.ts';
import { readHead } from '../request-head.ts';
import { connect, openOrRefuse } from '../tail/connect.ts';
import type { Upgrade } from '../tail/open-tail.ts';
import type { Tails } from '../tail/tails.ts';
import type { AllTenants } from './all-tenants.ts';

export interface GlobalTailOptions {
  readonly grants: Grants;
  readonly tenants: AllTenants;
  readonly tails: Tails;
  readonly publicOrigin: string;
  readonly onFailure: (cause: unknown, requestId: string) => void;
}

/** Loki tails one tenant at a time: as many connections to it, and as much work of its. */
const mostTenants = 50;

/** One live tail of several projects, for administrators: a tail of each, and what they say in one. */
export function createGlobalTail({ grants, tenants, tails, publicOrigin, onFailure }: GlobalTailOptions) {
  return function tail(upgrade: Upgrade): void {
    openOrRefuse(upgrade, onFailure, async () => {
      const { request, socket } = upgrade;
      const credential = admitTail(request, readHead(request.rawHeaders), publicOrigin);
      const principal = await grants.identify(credential, request);
      assertReadsAll(principal);
      const scope = authorizeGlobalTelemetry(principal, await tenants.get());
      if (socket.destroyed) return;
      const isRight = async () => {
        assertReadsAll(await grants.identify(credential));
        return true;
      };
      const open = (params: URLSearchParams) =>
        tenantsToTail(params.get('query') ?? '', scope.tenants, mostTenants).map(({ seedId, seedName, orgId }) => ({
          seedName,
          socket: openTail(upstreamOfPart(scope, 'logs', { seedId, orgIds: [orgId] }), params),
          mark: (message: Buffer) => withTenant(message, orgId),
        }));
      await connect(upgrade, { tails, degraded: false, userId: scope.userId, isRight, open });
    });
  };
}

interface Message {
  readonly streams?: readonly { readonly stream: Readonly<Record<string, string>> }[] | null;
}

/** As Loki marks what it reads of several tenants. */
function withTenant(message: Buffer, orgId: string): Buffer {
  const { streams, ...rest } = JSON.parse(message.toString('utf8')) as Message;
  const marked = streams?.map(({ stream, ...lines }) => ({ stream: { ...stream, __tenant_id__: orgId }, ...lines }));
  return Buffer.from(JSON.stringify({ ...rest, streams: marked ?? null }));
}
