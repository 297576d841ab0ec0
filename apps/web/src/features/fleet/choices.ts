// Apart from the input schemas: the first load of the page needs these, but no zod.

export const fleetFilters = [
  'all',
  'healthy',
  'unreachable',
  'metrics_stale',
  'logs_stale',
  'agent_behind',
  'changing',
] as const;
export type FleetFilter = (typeof fleetFilters)[number];

export const fleetSorts = ['attention', 'name', 'project', 'seed', 'ingest'] as const;
export type FleetSort = (typeof fleetSorts)[number];
