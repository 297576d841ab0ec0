import { assertReadsAll, authorizeGlobalTelemetry, type GlobalScope } from '@oriel/domain/scope';
import { type Federation, federate } from '@oriel/federation/federate';
import { upstreamOfPart } from '@oriel/seed-client/upstream';
import type { Asked } from '../asked.ts';
import { readForm } from '../body.ts';
import { FairShare } from '../fair-share.ts';
import { type Call, forward, paramsOf, sendJson } from '../forward.ts';
import type { Grants } from '../grants.ts';
import { inTurn } from '../in-turn.ts';
import type { Reader } from '../reader.ts';
import type { Subject } from '../shown-credential.ts';
import type { AllTenants } from './all-tenants.ts';
import { fanOut } from './fan-out.ts';

export interface GlobalReaderOptions {
  readonly grants: Grants;
  readonly tenants: AllTenants;
  readonly share: FairShare;
  readonly fail: Reader['fail'];
}

/** Answers put together here are held in memory: few at a time. */
const places = { shared: 4, mostPerProject: 4, mostPerPerson: 3, queuePerPerson: 128, patienceMs: 60_000 };
const place = { store: 'here', tenant: 'all projects' };

/** Reads of all projects' telemetry: in one request where its tenants fit into one, in parts otherwise. */
export function createGlobalReader({ grants, tenants, share, fail }: GlobalReaderOptions): Pick<Reader, 'read'> {
  const gathering = new FairShare(places);

  return {
    read(call: Call, subject: Subject): void {
      readAll(call, subject).catch((cause: unknown) => fail(call, cause));
    },
  };

  async function readAll(call: Call, subject: Subject): Promise<void> {
    const { request, response, route } = call;
    const [scope, body] = await Promise.all([scopeFor(subject, request), readForm(request)]);
    const { store, path } = route;
    const federation = federate({ store, path, params: paramsOf(call, body), now: Date.now() }, scope.tenants);
    const { userId } = scope;
    if (federation.isWhole) passThrough(call, { scope, federation, body });
    else {
      const start = () => void gather(call, scope, federation).catch((cause: unknown) => fail(call, cause));
      inTurn(gathering, { response, asker: { ...place, userId }, start, fail: (cause) => fail(call, cause) });
    }
  }

  async function scopeFor(subject: Subject, request: Asked): Promise<GlobalScope> {
    const principal = await grants.identify(subject, request);
    assertReadsAll(principal);
    return authorizeGlobalTelemetry(principal, await tenants.get());
  }

  function passThrough(call: Call, { scope, federation, body }: Passing): void {
    const [ask] = federation.asks;
    if (!ask) throw new Error('a federation that is whole asks one part');
    const upstream = upstreamOfPart(scope, call.route.store, ask.part);
    const asker = { store: upstream.origin, tenant: place.tenant, userId: scope.userId };
    const start = () => forward(call, { asker, upstream, degraded: false }, body);
    inTurn(share, { response: call.response, asker, start, fail: (cause) => fail(call, cause) });
  }

  async function gather(call: Call, scope: GlobalScope, federation: Federation): Promise<void> {
    const gone = new AbortController();
    call.response.once('close', () => gone.abort());
    const answer = await fanOut(federation, { scope, call: call.route, share, signal: gone.signal });
    sendJson(call, { degraded: false }, answer);
  }
}

interface Passing {
  readonly scope: GlobalScope;
  readonly federation: Federation;
  readonly body: Buffer | null;
}
