import { grafanaHealth } from '@oriel/domain/grafana-health';
import { z } from 'zod';

const instant = z.iso.datetime();

export const grafanaState = z.enum(['in_step', 'pending', 'failed']);

const object = z.object({
  kind: z.enum(['organization', 'member', 'data_source', 'folder', 'dashboard']),
  key: z.string().describe('User id of a member, uid of the others.'),
  state: grafanaState,
  message: z.string(),
  changedAt: instant,
});

const health = grafanaHealth.nullable().describe('Null until the worker has looked for the first time.');

const organization = z.object({
  id: z.uuid(),
  name: z.string(),
  orgId: z.int().nullable().describe("Grafana's number of it. Null: not made yet."),
  state: grafanaState,
  message: z.string().describe('Why it is not in step.'),
  syncedAt: instant.nullable(),
  retryAt: instant.nullable(),
});

/** What the members of a project are told. */
export const projectGrafana = z
  .object({ grafana: health, organization: organization.nullable(), objects: z.array(object) })
  .meta({ id: 'ProjectGrafana' });
export type ProjectGrafana = z.infer<typeof projectGrafana>;

export const grafanaOrganizationRow = organization
  .extend({ project: z.string().nullable().describe('Slug; null for the organization over all projects.') })
  .meta({ id: 'GrafanaOrganization' });
export type GrafanaOrganizationRow = z.infer<typeof grafanaOrganizationRow>;

export const grafanaStatus = z
  .object({
    grafana: health,
    counts: z.object({ all: z.int(), inStep: z.int(), pending: z.int(), failed: z.int() }),
    organizations: z.array(grafanaOrganizationRow),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'GrafanaStatus' });
export type GrafanaStatus = z.infer<typeof grafanaStatus>;

export const syncedAgain = z.object({ organizations: z.int() }).meta({ id: 'SyncedAgain' });
