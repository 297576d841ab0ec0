import { randomBytes, randomUUID } from 'node:crypto';
import type { ProjectRole, RoleGrant } from '@oriel/domain/permissions';
import { platformActor } from '../audit.ts';
import type { Db } from '../client.ts';
import { type CreatedProject, createProjectWithTenant } from '../project-tenancy.ts';

// Rows for tests, valid by the database's rules; names are random so that files and cases never collide.

export const certificatePem = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
export const envelope = 'v2.k1.AAAA.AAAA';

export interface PersonRow {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

export function randomName(prefix: string): string {
  return `${prefix}-${randomBytes(5).toString('hex')}`;
}

export function makePerson(
  db: Db,
  data: { isPlatformAdmin?: boolean; passwordHash?: string } = {},
): Promise<PersonRow> {
  return db.user.create({
    data: { email: `${randomName('person')}@example.com`, name: 'A Person', ...data },
    select: { id: true, email: true, name: true },
  });
}

export async function makeSeed(db: Db): Promise<{ id: string; name: string }> {
  return db.seed.create({
    data: {
      name: randomName('seed'),
      region: 'eu-1',
      kind: 'external',
      metricsUrl: 'http://127.0.0.1:9009',
      logsUrl: 'http://127.0.0.1:3100',
      ingestUrl: 'https://127.0.0.1:8443',
      caCertPem: certificatePem,
      caKeyEnvelope: envelope,
    },
    select: { id: true, name: true },
  });
}

export interface ProjectRow extends CreatedProject {
  readonly seedId: string;
  readonly owner: PersonRow;
}

export async function makeProject(db: Db, given: { seedId?: string; owner?: PersonRow } = {}): Promise<ProjectRow> {
  const seedId = given.seedId ?? (await makeSeed(db)).id;
  const owner = given.owner ?? (await makePerson(db));
  const slug = randomName('project');
  const project = await db.$transaction((tx) =>
    createProjectWithTenant(tx, { slug, name: slug, ownerId: owner.id, seedId }, platformActor),
  );
  return { ...project, seedId, owner };
}

export async function makeMember(db: Db, projectId: string, role: ProjectRole): Promise<PersonRow> {
  const person = await makePerson(db);
  await db.roleBinding.create({ data: { projectId, userId: person.id, role } });
  return person;
}

/** As a sign-in by the provider does it. */
export async function joinGroup(
  db: Db,
  { userId, providerId, groupName }: { userId: string; providerId: string; groupName: string },
): Promise<void> {
  await db.identity.upsert({
    where: { providerId_userId: { providerId, userId } },
    create: { providerId, userId, subject: userId },
    update: { lastSignedInAt: new Date() },
  });
  await db.groupMembership.create({ data: { userId, providerId, groupName } });
}

/** A grant of the whole project, as a principal holds it. */
export function wholeGrant(role: ProjectRole): RoleGrant {
  return { role, clusters: 'all', namespaces: 'all' };
}

export function makeCluster(db: Db, project: { id: string; seedId: string }): Promise<{ id: string; name: string }> {
  return db.cluster.create({
    data: {
      id: randomUUID(),
      projectId: project.id,
      seedId: project.seedId,
      name: randomName('cluster'),
      region: 'eu-1',
      apiServer: 'https://127.0.0.1:6443',
      kubeconfigEnvelope: envelope,
    },
    select: { id: true, name: true },
  });
}

export function makeOperation(
  db: Db,
  cluster: { id: string; name: string },
  projectId: string,
): Promise<{ id: bigint }> {
  return db.operation.create({
    data: {
      kind: 'apply',
      projectId,
      clusterId: cluster.id,
      clusterName: cluster.name,
      request: { monitoring: true, logging: true },
      attempts: { create: { number: 1, steps: { create: [{ position: 0, key: 'reach' }] } } },
    },
    select: { id: true },
  });
}
