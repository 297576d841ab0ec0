import { randomUUID } from 'node:crypto';
import { appendAudit, platformActor } from './audit.ts';
import type { Db } from './client.ts';
import { issueOneTimeLink } from './one-time-links.ts';
import { type CreatedProject, createProjectWithTenant } from './project-tenancy.ts';
import type { SecretBox } from './secret-box.ts';
import { placeOf } from './secrets/secret-columns.ts';

// What a start makes sure of. Each may run at every start: it changes nothing that is as asked.

export interface PersonInput {
  /** Lower case. */
  readonly email: string;
  readonly name: string;
}

export interface FirstAdministrator {
  readonly userId: string;
  /** For `<public origin>/welcome/<token>`; undefined once the administrator has set a password. Valid for 24 hours. */
  readonly oneTimeToken: string | undefined;
}

/**
 * Makes sure of a first platform administrator. Where administrators exist, the oldest one counts,
 * whatever the e-mail given. A new link ends the one before.
 */
export function ensureFirstAdministrator(db: Db, person: PersonInput): Promise<FirstAdministrator> {
  return db.$transaction(async (tx) => {
    const existing = await tx.user.findFirst({
      where: { isPlatformAdmin: true, disabledAt: null },
      orderBy: { createdAt: 'asc' },
      select: { id: true, passwordHash: true },
    });
    if (existing && existing.passwordHash !== null) return { userId: existing.id, oneTimeToken: undefined };
    const userId = existing?.id ?? (await createAdministrator(tx, person));
    await appendAudit(tx, { actor: platformActor, action: 'user.new_link', targetType: 'user', targetId: userId });
    return { userId, oneTimeToken: await issueOneTimeLink(tx, userId, { validForHours: 24 }) };
  });
}

async function createAdministrator(tx: Parameters<typeof appendAudit>[0], person: PersonInput): Promise<string> {
  const { id } = await tx.user.create({ data: { ...person, isPlatformAdmin: true }, select: { id: true } });
  await appendAudit(tx, {
    actor: platformActor,
    action: 'user.create',
    targetType: 'user',
    targetId: id,
    after: { email: person.email, isPlatformAdmin: true },
  });
  return id;
}

export interface SeedInput {
  readonly name: string;
  readonly region: string;
  readonly kind: 'managed' | 'external';
  /** As the control plane sees them; no trailing slash. */
  readonly metricsUrl: string;
  readonly logsUrl: string;
  /** As clusters see it: https. */
  readonly ingestUrl: string;
  /** Authority that signs agents and the ingest server; its key is sealed before it is stored. */
  readonly ca: { readonly certPem: string; readonly keyPem: string };
  readonly ingestDirectory?: string | undefined;
}

/**
 * Makes sure of a seed of that name with these addresses. An existing seed keeps its authority:
 * agents hold certificates signed by it. Returns its id.
 */
export async function ensureSeed(db: Db, secrets: SecretBox, { ca, ...seed }: SeedInput): Promise<string> {
  const data = { ...seed, ingestDirectory: seed.ingestDirectory ?? null };
  const id = randomUUID();
  const caKeyEnvelope = await secrets.seal(placeOf('seedAuthorityKey', id), ca.keyPem);
  return db.$transaction(async (tx) => {
    const existing = await tx.seed.findUnique({ where: { name: seed.name } });
    if (existing) {
      const changed = (Object.keys(data) as (keyof typeof data)[]).filter((key) => existing[key] !== data[key]);
      if (changed.length === 0) return existing.id;
      await tx.seed.update({ where: { id: existing.id }, data });
      const only = (row: typeof data) => Object.fromEntries(changed.map((key) => [key, row[key]]));
      await appendAudit(tx, {
        actor: platformActor,
        action: 'seed.update',
        targetType: 'seed',
        targetId: existing.id,
        before: only(existing),
        after: only(data),
      });
      return existing.id;
    }
    await tx.seed.create({ data: { ...data, id, caCertPem: ca.certPem, caKeyEnvelope } });
    await appendAudit(tx, {
      actor: platformActor,
      action: 'seed.create',
      targetType: 'seed',
      targetId: id,
      after: { name: seed.name, region: seed.region, ingestUrl: seed.ingestUrl },
    });
    return id;
  });
}

export interface ProjectInput {
  readonly slug: string;
  readonly name: string;
  readonly ownerId: string;
  readonly seedId: string;
}

/** Makes sure of a project of that slug; an existing one is left as it is. */
export function ensureProject(db: Db, project: ProjectInput): Promise<Pick<CreatedProject, 'id' | 'slug'>> {
  return db.$transaction(async (tx) => {
    const existing = await tx.project.findUnique({
      where: { slug: project.slug },
      select: { id: true, slug: true },
    });
    return existing ?? (await createProjectWithTenant(tx, project, platformActor));
  });
}
