import { OrielError } from '@oriel/domain/errors';

export interface OrganizationHints {
  /** Names and values in turn. */
  readonly rawHeaders: readonly string[];
  /** With its `?`; empty for none. */
  readonly search: string;
  /** The one that was looked at last. */
  readonly remembered: string | undefined;
}

const header = 'x-grafana-org-id';
const numberForm = /^[1-9][0-9]{0,8}$/;

/**
 * Grafana's number of the organization that a request is about: by header, as the front end's own calls name it, else
 * by address, as links do, else the one looked at last. Who may is decided later, and Grafana is told by us.
 *
 * @throws OrielError `bad_input` where two are named, or none.
 */
export function namedOrganization({ rawHeaders, search, remembered }: OrganizationHints): number {
  const params = new URLSearchParams(search);
  // Grafana takes this one before the header that the gateway sets.
  if ([...params.keys()].some((name) => name.toLowerCase() === 'targetorgid')) throw twoOrganizations();
  const byHeader = rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === header);
  const named = new Set([...byHeader, ...params.getAll('orgId')]);
  if (named.size > 1 || byHeader.length > 1) throw twoOrganizations();
  const [value = remembered] = named;
  if (value === undefined || !numberForm.test(value)) {
    throw new OrielError(
      'bad_input',
      'The request does not say which organization of Grafana it is about. Open the dashboards from Oriel.',
    );
  }
  return Number(value);
}

function twoOrganizations(): OrielError {
  return new OrielError('bad_input', 'The request names more than one organization. Open the dashboards from Oriel.');
}
