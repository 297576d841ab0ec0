import type { Db } from '@oriel/db/client';
import { tokenPrefix } from '@oriel/db/credential';
import { issueOneTimeLink } from '@oriel/db/one-time-links';
import { newOpaqueToken } from '@oriel/db/opaque-token';
import { createSession } from '@oriel/db/sessions';
import {
  envelope,
  makeCluster,
  makeMember,
  makeOperation,
  makePerson,
  makeProject,
  type PersonRow,
  type ProjectRow,
  randomName,
} from '@oriel/db/testing/fixtures';
import { serviceAccountEmail } from '@oriel/domain/service-accounts';
import { hashPassword } from '@/features/sign-in/server/passwords.ts';
import { createContext } from '../context.ts';
import { createCaller } from '../root.ts';
import { publicOrigin } from './test-env.ts';

/** Everybody who may ask, by what they are to the project `own` of a world. */
export const roles = [
  'anonymous',
  'stranger',
  'viewer',
  'editor',
  'owner',
  'admin',
  'readOnlyToken',
  'foreignToken',
] as const;
export type Role = (typeof roles)[number];

export interface World {
  readonly own: ProjectRow;
  /** Its owner is the stranger; the owner of `own` belongs to it too. */
  readonly other: ProjectRow;
  readonly cluster: { readonly id: string; readonly name: string };
  readonly operationId: string;
  /** Of a dashboard of `own`. */
  readonly dashboardUid: string;
  readonly people: Readonly<Record<'stranger' | 'viewer' | 'editor' | 'owner' | 'admin', PersonRow>>;
  /** Id of a session and of a token each role's person has besides the one they ask with. */
  readonly spareSession: Readonly<Record<Exclude<Role, 'anonymous'>, string>>;
  readonly spareToken: Readonly<Record<Exclude<Role, 'anonymous'>, string>>;
  /** Id of the viewer's role in `own`. */
  readonly viewerMemberId: string;
  /** Service accounts nobody asks as, each with a token. */
  readonly accounts: Readonly<Record<'project' | 'platform', { readonly id: string; readonly tokenId: string }>>;
  /** Everybody is connected with it. */
  readonly identityProvider: { readonly id: string; readonly name: string };
  /** Value of a one-time link nobody has used. */
  readonly linkToken: string;
  /** Headers with which each role asks. */
  readonly headers: Readonly<Record<Role, Headers>>;
}

export const password = 'correct horse battery staple';
let passwordHash: Promise<string> | undefined;

/** Two projects with people of every role, a cluster, an operation and tokens; apart from every other world. */
export async function makeWorld(db: Db): Promise<World> {
  passwordHash ??= hashPassword(password);
  const person = { passwordHash: await passwordHash };
  const [stranger, owner, admin] = await Promise.all([
    makePerson(db, person),
    makePerson(db, person),
    makePerson(db, { ...person, isPlatformAdmin: true }),
  ]);
  const own = await makeProject(db, { owner });
  const other = await makeProject(db, { owner: stranger });
  const [viewer, editor, cluster] = await Promise.all([
    makeMember(db, own.id, 'viewer'),
    makeMember(db, own.id, 'editor'),
    makeCluster(db, own),
    makeCluster(db, other),
    db.roleBinding.create({ data: { projectId: other.id, userId: owner.id, role: 'owner' } }),
  ]);
  const members = { userId: { in: [viewer.id, editor.id] } };
  await db.user.updateMany({ where: { id: members.userId }, data: person });
  const viewerMember = await db.roleBinding.findFirstOrThrow({ where: { projectId: own.id, userId: viewer.id } });
  const operation = await makeOperation(db, cluster, own.id);
  const dashboardUid = `op-${randomName('own')}`;
  await db.projectDashboard.create({ data: { projectId: own.id, uid: dashboardUid, title: 'Own', model: {} } });
  const people = { stranger, viewer, editor, owner, admin };
  const invited = await makePerson(db);
  const identityProvider = await makeIdentityProvider(db, Object.values(people));

  const cookie = async ({ id }: PersonRow) => new Headers({ cookie: `oriel.session=${(await session(db, id)).value}` });
  const bearer = async (data: { readOnly: boolean; projectId?: string }) =>
    new Headers({ authorization: `Bearer ${(await token(db, owner.id, data)).value}` });
  const personOf = { ...people, readOnlyToken: owner, foreignToken: owner };
  const perRole = async (make: (person: PersonRow) => Promise<{ id: string }>) =>
    Object.fromEntries(
      await Promise.all(Object.entries(personOf).map(async ([role, who]) => [role, (await make(who)).id] as const)),
    ) as World['spareSession'];
  return {
    own,
    other,
    cluster,
    operationId: String(operation.id),
    dashboardUid,
    people,
    spareSession: await perRole(({ id }) => session(db, id)),
    spareToken: await perRole(({ id }) => token(db, id, { readOnly: true })),
    viewerMemberId: viewerMember.id,
    accounts: { project: await serviceAccount(db, own), platform: await serviceAccount(db, null) },
    identityProvider,
    linkToken: await db.$transaction((tx) => issueOneTimeLink(tx, invited.id, { validForHours: 1 })),
    headers: {
      anonymous: new Headers(),
      stranger: await cookie(stranger),
      viewer: await cookie(viewer),
      editor: await cookie(editor),
      owner: await cookie(owner),
      admin: await cookie(admin),
      readOnlyToken: await bearer({ readOnly: true }),
      foreignToken: await bearer({ readOnly: false, projectId: other.id }),
    },
  };
}

/** Calls procedures as somebody would from a page of ours. */
export function callerFor(db: Db, headers: Headers) {
  return createCaller(contextFor(db, headers));
}

export function contextFor(db: Db, headers: Headers) {
  const asked = new Headers(headers);
  if (!asked.has('authorization') && !asked.has('origin')) asked.set('origin', publicOrigin);
  return createContext(asked, { db, publicOrigin, trustedHops: 1 });
}

async function serviceAccount(db: Db, project: ProjectRow | null) {
  const name = randomName('account');
  const email = serviceAccountEmail(name, project?.slug ?? null);
  const { id } = await db.user.create({ data: { kind: 'service', name, email, projectId: project?.id ?? null } });
  return { id, tokenId: (await token(db, id, { readOnly: true })).id };
}

function makeIdentityProvider(db: Db, people: readonly PersonRow[]): Promise<{ id: string; name: string }> {
  const id = randomName('idp');
  return db.identityProvider.create({
    data: {
      id,
      name: `Provider ${id}`,
      issuer: `https://${id}.example.com`,
      clientId: 'oriel',
      clientSecretEnvelope: envelope,
      identities: { create: people.map(({ id: userId }) => ({ userId, subject: userId })) },
    },
    select: { id: true, name: true },
  });
}

function session(db: Db, userId: string) {
  return db.$transaction((tx) => createSession(tx, { userId }));
}

async function token(db: Db, userId: string, data: { readOnly: boolean; projectId?: string }) {
  const { value, hash } = newOpaqueToken(tokenPrefix);
  const expiresAt = new Date(Date.now() + 3_600_000);
  const row = { userId, name: 'test', prefix: value.slice(0, 14), tokenHash: hash, expiresAt, ...data };
  const { id } = await db.apiToken.create({ data: row });
  return { id, value };
}
