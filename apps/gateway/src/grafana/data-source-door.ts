import { OrielError } from '@oriel/domain/errors';
import { assertForm, assertMethod } from '../admit.ts';
import { type Answer, type Asked, headOf } from '../asked.ts';
import type { Call } from '../forward.ts';
import type { Grants } from '../grants.ts';
import type { Reader } from '../reader.ts';
import type { RequestHead } from '../request-head.ts';
import { keyed } from '../shown-credential.ts';
import { assertSecret, type DataSourceCall, personAsking } from './data-source-call.ts';
import type { Organizations } from './organizations.ts';
import { scopeOf } from './scope-of.ts';

export interface DataSourceDoorOptions {
  readonly organizations: Organizations;
  readonly grants: Grants;
  readonly reader: Reader;
  /** For the organization of all projects. */
  readonly globalReader: Pick<Reader, 'read'>;
}

/**
 * Where Grafana's data sources ask. The secret says for which organization, and gives nothing by itself: the answer is
 * what the person who asks may read in that organization's project, narrowed as everywhere.
 */
export function createDataSourceDoor({ organizations, grants, reader, globalReader }: DataSourceDoorOptions) {
  return function ask(
    request: Asked,
    response: Answer,
    { organizationId, call }: DataSourceCall,
    requestId: string,
  ): void {
    const head = headOf(request);
    const fail = (cause: unknown) =>
      reader.fail({ request, response, route: { slug: '', ...call }, head, requestId }, cause);
    admit(request, head, { organizationId, call })
      .then(({ scope, subject }) => {
        const slug = scope === 'all' ? '' : scope.slug;
        const admitted: Call = { request, response, route: { slug, ...call }, head, requestId };
        (scope === 'all' ? globalReader : reader).read(admitted, subject);
      })
      .catch(fail);
  };

  async function admit(request: Asked, head: RequestHead, asked: DataSourceCall) {
    if (head.isAmbiguous) throw new OrielError('bad_input', 'The request carries more than one Authorization header.');
    const organization = await organizations.find({ id: asked.organizationId });
    assertSecret(head.authorization, organization);
    const subject = keyed({ kind: 'grafana_user', value: personAsking(request.rawHeaders) } as const);
    assertMethod(request, asked.call);
    assertForm(request, head);
    const scope = scopeOf(organization, await grants.identify(subject).catch(explainNobody));
    return { scope, subject };
  }
}

/** Not 401: Grafana would take that for a secret that is wrong, or sign the person out. */
function explainNobody(cause: unknown): never {
  if (!(cause instanceof OrielError) || cause.code !== 'unauthenticated') throw cause;
  throw new OrielError(
    'forbidden',
    'Grafana asks for somebody who has no dashboards open, or whose session in Oriel has ended. Open them from Oriel.',
    { cause },
  );
}
