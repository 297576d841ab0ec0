import { projectDashboards } from '@oriel/dashboards/dashboards';
import { createLog } from '@oriel/db/log';
import { makeProject, type ProjectRow } from '@oriel/db/testing/fixtures';
import { testSecretBox } from '@oriel/db/testing/keys';
import { testDatabase } from '@oriel/db/testing/postgres';
import { afterAll, beforeAll, expect } from 'vitest';
import type { GrafanaContext } from '../context.ts';
import { beginAnew } from '../marker.ts';
import { syncOrganization } from '../sync-organization.ts';
import { GrafanaUnderTest } from './grafana-under-test.ts';

export let database: ReturnType<typeof testDatabase>;
export let grafana: GrafanaUnderTest;
export let ctx: GrafanaContext;
export let project: ProjectRow;

/** Gives the calling test file a project that is in step with a Grafana of its own; both start before its first test. */
export function syncedProject(): void {
  database = testDatabase();
  beforeAll(async () => {
    grafana = await GrafanaUnderTest.start();
    ctx = {
      db: database.db,
      secrets: testSecretBox(),
      log: createLog({ name: 'test', level: 'fatal' }),
      grafana: grafana.connection,
      gatewayUrl: 'http://127.0.0.1:1',
      dashboards: { project: projectDashboards(), platform: [] },
    };
    await beginAnew(ctx);
    project = await makeProject(database.db);
    await sync(project.id);
  });
  afterAll(() => grafana.end());
}

export const rowOf = (projectId: string) => database.db.grafanaOrganization.findUniqueOrThrow({ where: { projectId } });
export const globalRow = () => database.db.grafanaOrganization.findFirstOrThrow({ where: { isGlobal: true } });

/** Returns the number of the project's organization. */
export async function sync(projectId: string): Promise<number> {
  await syncOrganization(ctx, (await rowOf(projectId)).id, 60_000);
  return (await rowOf(projectId)).orgId ?? 0;
}

/** The writes of one more run; of the run after it there must be none. */
export async function writesOf(projectId: string): Promise<string[]> {
  grafana.connection.takeWrites();
  await sync(projectId);
  const writes = grafana.connection.takeWrites();
  await sync(projectId);
  expect(grafana.connection.takeWrites()).toEqual([]);
  return writes;
}

interface OrgUser {
  readonly userId: number;
  readonly login: string;
  readonly role: string;
  readonly name: string;
  readonly email: string;
}

export async function membersIn(orgId: number): Promise<OrgUser[]> {
  const { body } = await grafana.ask('GET', `/api/orgs/${orgId}/users`);
  return (body as OrgUser[]).filter(({ login }) => login !== 'oriel');
}

export async function rolesIn(orgId: number): Promise<Record<string, string>> {
  return Object.fromEntries((await membersIn(orgId)).map(({ login, role }) => [login, role]));
}

export async function userOf(login: string): Promise<{ id: number; isGrafanaAdmin: boolean } | undefined> {
  const { status, body } = await grafana.ask('GET', `/api/users/lookup?loginOrEmail=${login}`);
  return status === 404 ? undefined : body;
}

export const statesOf = async (projectId: string) =>
  database.db.grafanaObject.findMany({ where: { organizationId: (await rowOf(projectId)).id } });
