import type { Seen } from '@oriel/ingest/nginx.fixture';
import type { RecordedWorld } from '../read-path/recorded-world.ts';
import { whyWrongAtStore } from './judge.ts';

/** Where somebody asks, and the lines that make it a request of their own. */
export interface Door {
  readonly path: string;
  readonly known: readonly string[];
}

interface Readers {
  readonly doors: readonly Door[];
  /** What a store saw of them that it should not have. */
  readonly whyWrong: (seen: Seen) => string | undefined;
}

/** Members of a project by every door that there is, and an administrator, who reads several tenants at once. */
export function readersOf(world: RecordedWorld): readonly [members: Readers, administrator: Readers] {
  return [
    { doors: memberDoors(world), whyWrong: (seen) => whyWrongAtStore(seen, [world.own.orgId]) },
    { doors: administratorDoors(world), whyWrong: (seen) => whyWrongForAdministrator(seen, world) },
  ];
}

function whyWrongForAdministrator(seen: Seen, { own, other, everyTenant }: RecordedWorld): string | undefined {
  // What names a project leaves the other projects out.
  if (decodeURIComponent(seen.url).includes(`project="${own.slug}"`)) {
    return whyWrongAtStore(
      seen,
      everyTenant.filter((orgId) => orgId !== other.orgId),
    );
  }
  if (!/\/(?:rules|alerts)$/.test(seen.url)) return whyWrongAtStore(seen, everyTenant);
  // Asked for project by project.
  const reasons = [own, other].map(({ orgId }) => whyWrongAtStore(seen, [orgId]));
  return reasons.every((reason) => reason !== undefined) ? reasons[0] : undefined;
}

const publicHost = 'Host: oriel.localhost:3000';

function memberDoors({ own, other, readers, organizations, atGrafana }: RecordedWorld): Door[] {
  const [organization] = organizations;
  const [{ userId }] = readers;
  const ofDataSource = [publicHost, `Authorization: ${organization.authorization}`, `X-Grafana-User: ${userId}`];
  const browser = [`Host: ${atGrafana.host}`, `Origin: ${atGrafana.origin}`, `Cookie: ${atGrafana.cookie}`];
  const paths = [
    `/api/projects/${own.slug}/prometheus/api/v1/query?query=up`,
    `/api/projects/${own.slug}/loki/api/v1/labels`,
    `/api/projects/${own.slug}/alertmanager/api/v2/alerts`,
    `/api/projects/${other.slug}/loki/api/v1/labels`,
    `/api/projects/${other.slug}/alertmanager/api/v2/alerts`,
    // For administrators, which none of them is.
    '/api/global/prometheus/api/v1/query?query=up',
    '/p/shop',
  ];
  const byToken = readers.flatMap(({ headers }) =>
    paths.map((path) => ({ path, known: [publicHost, `Authorization: ${headers.authorization}`] })),
  );
  const dataSource = [
    'prometheus/api/v1/query?query=up',
    'loki/loki/api/v1/labels',
    'alertmanager/alertmanager/api/v2/alerts',
  ];
  return [
    ...byToken,
    ...dataSource.map((rest) => ({
      path: `/grafana/v1/organizations/${organization.id}/${rest}`,
      known: ofDataSource,
    })),
    { path: `/api/search?orgId=${organization.orgId}`, known: browser },
    { path: `/d/oriel-pods?orgId=${organization.orgId}`, known: browser },
    { path: `/api/ds/query?orgId=${organization.orgId}`, known: browser },
  ];
}

function administratorDoors({ own, administrator }: RecordedWorld): Door[] {
  const known = [publicHost, `Authorization: ${administrator.headers.authorization}`];
  return [
    '/api/global/prometheus/api/v1/query?query=up',
    `/api/global/prometheus/api/v1/query?query=${encodeURIComponent(`up{project="${own.slug}"}`)}`,
    '/api/global/prometheus/api/v1/rules',
    '/api/global/loki/api/v1/labels',
    '/api/global/alertmanager/api/v2/alerts',
  ].map((path) => ({ path, known }));
}
