import { randomUUID } from 'node:crypto';
import type { Db, Prisma } from '@oriel/db/client';
import { tokenPrefix } from '@oriel/db/credential';
import { newOpaqueToken } from '@oriel/db/opaque-token';
import { makeCluster, randomName } from '@oriel/db/testing/fixtures';
import { makeWorld, type World } from '../testing/world.ts';
import type { Role, ScopedRole } from './roles.ts';

export interface ScopedWorld extends Omit<World, 'headers' | 'spareSession' | 'spareToken'> {
  readonly headers: Readonly<Record<Role, Headers>>;
  /** Id of a session and of a token of each role's person besides the one they ask with; of nobody's for tokens alone. */
  readonly spareSession: Readonly<Record<Role, string>>;
  readonly spareToken: Readonly<Record<Role, string>>;
}

type Binding = Omit<Prisma.RoleBindingCreateManyInput, 'projectId'>;

/** A world with everybody whose rights are narrowed, come by a group or a token, or have ended. A dozen statements. */
export async function makeScopedWorld(db: Db): Promise<ScopedWorld> {
  const world = await makeWorld(db);
  const { own, cluster, people } = world;
  const other = await makeCluster(db, own);
  const [provider, offProvider] = [randomName('idp'), randomName('idp')];
  const { passwordHash } = await db.user.findUniqueOrThrow({ where: { id: people.viewer.id } });
  const rows = new Rows(own.id, passwordHash);
  const session = (role: ScopedRole, ...given: Binding[]) => rows.person(role, given);

  session('clusterViewer', { role: 'viewer', clusterIds: [cluster.id] });
  session('clusterEditor', { role: 'editor', clusterIds: [cluster.id] });
  session('otherClusterEditor', { role: 'editor', clusterIds: [other.id] });
  session('goneClusterEditor', { role: 'editor', clusterIds: [randomUUID()] });
  session('namespaceViewer', { role: 'viewer', namespaces: ['shop'] });
  rows.group(session('groupEditor'), provider, 'editors');
  rows.group(session('offProviderEditor'), offProvider, 'editors');
  rows.group(session('groupAdmin'), provider, 'admins');
  rows.disable(session('disabledPerson', { role: 'owner' }));
  for (const providerId of [provider, offProvider]) rows.bind({ role: 'editor', providerId, groupName: 'editors' });

  rows.account('serviceAccount', { projectId: own.id }, { role: 'editor' });
  rows.account('platformServiceAccount', { isPlatformAdmin: true });
  rows.disable(rows.account('disabledServiceAccount', { projectId: own.id }, { role: 'owner' }));
  const ownersToken = { readOnly: false, projectId: own.id };
  rows.token('narrowedToken', people.owner.id, { ...ownersToken, clusterIds: [cluster.id] });
  rows.token('namespaceToken', people.owner.id, { ...ownersToken, readOnly: true, namespaces: ['shop'] });
  rows.token('revokedToken', people.owner.id, { readOnly: false, revokedAt: new Date() });
  const past = { createdAt: new Date(Date.now() - 7_200_000), expiresAt: new Date(Date.now() - 1_000) };
  rows.token('expiredToken', people.owner.id, { readOnly: false, ...past });

  await db.identityProvider.createMany({
    data: [provider, offProvider].map((id) => ({
      id,
      name: id,
      issuer: `https://${id}.example`,
      clientId: 'oriel',
      clientSecretEnvelope: 'v1.x',
      adminGroups: ['admins'],
      enabled: id === provider,
    })),
  });
  const made = await rows.write(db, world.identityProvider.id);
  return {
    ...world,
    headers: { ...world.headers, ...made.headers },
    spareSession: { anonymous: world.spareSession.owner, ...world.spareSession, ...made.spareSession },
    spareToken: { anonymous: world.spareToken.owner, ...world.spareToken, ...made.spareToken },
  };
}

const hour = 3_600_000;

/** Gathers rows of every table, to write each table at once. */
class Rows {
  private readonly projectId: string;
  private readonly passwordHash: string | null;
  private readonly users: Prisma.UserCreateManyInput[] = [];
  private readonly bindings: Prisma.RoleBindingCreateManyInput[] = [];
  private readonly groups: Prisma.GroupMembershipCreateManyInput[] = [];
  private readonly sessions: Prisma.SessionCreateManyInput[] = [];
  private readonly tokens: Prisma.ApiTokenCreateManyInput[] = [];
  private readonly headers: Partial<Record<ScopedRole, Headers>> = {};
  private readonly spareSession: Partial<Record<ScopedRole, string>> = {};
  private readonly spareToken: Partial<Record<ScopedRole, string>> = {};

  constructor(projectId: string, passwordHash: string | null) {
    this.projectId = projectId;
    this.passwordHash = passwordHash;
  }

  /** Asks by session. Returns the person's id, as the others return whose credential it is. */
  person(role: ScopedRole, given: readonly Binding[]): string {
    const userId = this.user({ passwordHash: this.passwordHash }, given);
    const { value, hash } = newOpaqueToken();
    const expiresAt = new Date(Date.now() + hour);
    this.sessions.push({ userId, tokenHash: hash, expiresAt });
    this.headers[role] = new Headers({ cookie: `oriel.session=${value}` });
    this.spares(role, userId);
    this.sessions.push({ id: this.spareSession[role] as string, userId, tokenHash: newOpaqueToken().hash, expiresAt });
    return userId;
  }

  account(role: ScopedRole, user: Partial<Prisma.UserCreateManyInput>, ...given: readonly Binding[]): string {
    return this.token(role, this.user({ kind: 'service', ...user }, given), { readOnly: false });
  }

  token(role: ScopedRole, userId: string, data: Partial<Prisma.ApiTokenCreateManyInput>): string {
    const { value, hash } = newOpaqueToken(tokenPrefix);
    this.tokens.push({ ...this.newToken(userId, hash), ...data });
    this.headers[role] = new Headers({ authorization: `Bearer ${value}` });
    this.spares(role, userId);
    return userId;
  }

  bind(binding: Binding): void {
    this.bindings.push({ ...binding, projectId: this.projectId });
  }

  group(userId: string, providerId: string, groupName: string): void {
    this.groups.push({ userId, providerId, groupName });
  }

  disable(userId: string): void {
    const user = this.users.find(({ id }) => id === userId);
    if (user) user.disabledAt = new Date();
  }

  /** `providerId`: the one everybody is connected with. */
  async write(db: Db, providerId: string) {
    await db.user.createMany({ data: this.users });
    const people = this.users.flatMap(({ id, kind }) => (id === undefined || kind === 'service' ? [] : [id]));
    const connected = [...people.map((userId) => ({ userId, providerId })), ...this.groups];
    await db.identity.createMany({
      data: connected.map((one) => ({ userId: one.userId, providerId: one.providerId, subject: one.userId })),
    });
    await db.roleBinding.createMany({ data: this.bindings });
    await db.groupMembership.createMany({ data: this.groups });
    await db.session.createMany({ data: this.sessions });
    await db.apiToken.createMany({ data: this.tokens });
    const { headers, spareSession, spareToken } = this;
    return { headers, spareSession, spareToken } as {
      headers: Record<ScopedRole, Headers>;
      spareSession: Record<ScopedRole, string>;
      spareToken: Record<ScopedRole, string>;
    };
  }

  private user(user: Partial<Prisma.UserCreateManyInput>, given: readonly Binding[]): string {
    const id = randomUUID();
    this.users.push({ id, email: `${randomName('scoped')}@example.com`, name: 'Somebody', ...user });
    for (const binding of given) this.bind({ ...binding, userId: id });
    return id;
  }

  private spares(role: ScopedRole, userId: string): void {
    this.spareSession[role] = randomUUID();
    const id = randomUUID();
    this.spareToken[role] = id;
    this.tokens.push({ id, ...this.newToken(userId, newOpaqueToken().hash) });
  }

  private newToken(userId: string, tokenHash: Uint8Array<ArrayBuffer>) {
    return { userId, name: 'test', prefix: tokenPrefix, tokenHash, expiresAt: new Date(Date.now() + hour) };
  }
}
