/**
 * The tenant at every seed under which the seed's own metrics and logs are kept. It is no project's and has no row:
 * projects' tenants end in eight hexadecimal digits, and the ingest gateway maps no certificate to it.
 */
export const platformOrgId = 'oriel-platform';

/** Values of the label `job` in it. */
export const seedJobs = {
  loki: 'oriel-loki',
  mimir: 'oriel-mimir',
  ingest: 'oriel-ingest',
  agent: 'oriel-seed-agent',
} as const;
