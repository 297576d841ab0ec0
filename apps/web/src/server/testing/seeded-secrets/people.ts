import { createDb } from '@oriel/db/client';
import { randomName } from '@oriel/db/testing/fixtures';
import { clientOf } from '@/rest/testing/client.ts';
import type { AuthHandlerOptions } from '../../auth/handler.ts';
import { Browser } from '../browser.ts';
import { callerFor } from '../world.ts';
import { mustFail, type Stage } from './clusters.ts';
import { whileRefused } from './refusing-table.ts';

/** Nobody listens there. */
const nowhere = 'postgresql://oriel:oriel@127.0.0.1:1/oriel';

interface Person {
  readonly email: string;
  readonly password: string;
}

/** 120 links, passwords, cookies, tokens and client secrets: used, refused, and met by a database that fails or is away. */
export async function plantPeople(stage: Stage, options: AuthHandlerOptions): Promise<void> {
  const people = await welcomePeople(stage);
  const sessions = await signIn(stage, people, options);
  await changePasswords(stage, people, sessions);
  await makeTokens(stage, sessions);
  await addProviders(stage);
  await meetFailures(stage, people, options);
}

/** 20 one-time links, five of them by the REST API, and the passwords that 20 people set with them. */
async function welcomePeople({ db, world, vault }: Stage): Promise<Person[]> {
  const owner = callerFor(db, world.headers.owner);
  const people: Person[] = [];
  for (let index = 0; index < 20; index++) {
    const email = `${randomName('seeded')}@example.com`;
    const member = { subject: { kind: 'person' as const, email }, role: 'viewer' as const };
    const { link } =
      index < 15
        ? await owner.members.add({ project: world.own.slug, ...member })
        : await added(stage(db, world), member);
    const token = vault.keep('one-time link', String(link).split('/').at(-1) ?? '');
    const password = vault.invent('password');
    const anybody = callerFor(db, new Headers());
    await anybody.welcome.check({ token });
    if (index < 3) {
      await whileRefused(db, 'users', () => mustFail(anybody.welcome.accept({ token, password })));
      await mustFail(anybody.welcome.accept({ token, password: 'short' }));
    }
    await anybody.welcome.accept({ token, password });
    await mustFail(anybody.welcome.accept({ token, password }));
    people.push({ email, password });
  }
  return people;
}

const stage = (db: Stage['db'], world: Stage['world']) => ({ db, world });

/** As a program adds somebody, twice with the same key: the second answer must come from somewhere. */
async function added({ db, world }: Pick<Stage, 'db' | 'world'>, member: object): Promise<{ link: unknown }> {
  const rest = clientOf(() => db);
  const headers = { cookie: world.headers.owner.get('cookie') ?? '', origin: 'http://oriel.localhost:3000' };
  const send = (key: string) =>
    rest('POST', `/projects/${world.own.slug}/members`, {
      body: member,
      headers: { ...headers, 'idempotency-key': key },
    });
  const key = randomName('key');
  const { status, json } = await send(key);
  if (status !== 201) throw new Error(`Adding a member was answered ${status}.`);
  await send(key);
  return json as { link: unknown };
}

/** 15 cookies, and 15 passwords that are wrong. */
async function signIn({ vault }: Stage, people: readonly Person[], options: AuthHandlerOptions): Promise<string[]> {
  const sessions: string[] = [];
  for (const [index, { email, password }] of people.slice(0, 15).entries()) {
    const browser = new Browser(options);
    browser.address = `192.0.2.${index + 1}`;
    await browser.signIn(email, vault.invent('wrong password'));
    await browser.signIn(email, password);
    sessions.push(vault.keep('session cookie', browser.session ?? ''));
    await browser.send('GET', `session?callbackUrl=${encodeURIComponent('/fleet')}`);
  }
  return sessions;
}

/** 15 new passwords; a few are tried with a wrong present one, or against a database that fails. */
async function changePasswords(
  { db, vault }: Stage,
  people: readonly Person[],
  sessions: readonly string[],
): Promise<void> {
  for (const [index, session] of sessions.entries()) {
    const current = people[index]?.password ?? '';
    const next = vault.invent('new password');
    const me = callerFor(db, new Headers({ cookie: `oriel.session=${session}` }));
    if (index < 3) await mustFail(me.account.changePassword({ current: next, next: current }));
    if (index < 3) await whileRefused(db, 'users', () => mustFail(me.account.changePassword({ current, next })));
    await me.account.changePassword({ current, next });
  }
}

/** 20 tokens, five of them by the REST API; each is used, and half of them revoked. */
async function makeTokens({ db, vault }: Stage, sessions: readonly string[]): Promise<void> {
  const rest = clientOf(() => db);
  for (let index = 0; index < 20; index++) {
    const cookie = `oriel.session=${sessions[index % sessions.length]}`;
    const me = callerFor(db, new Headers({ cookie }));
    const value = vault.keep('API token', index < 15 ? (await me.tokens.create({ name: 'ci' })).value : await byRest());
    const program = callerFor(db, new Headers({ authorization: `Bearer ${value}` }));
    await program.session.me();
    await mustFail(program.projects.create({ name: 'New', slug: randomName('new'), seedId: randomName('no') }));
    const { tokens } = await me.tokens.list();
    if (index % 2 === 0 && tokens[0]) await me.tokens.revoke({ tokenId: tokens[0].id });

    async function byRest(): Promise<string> {
      const headers = { cookie, origin: 'http://oriel.localhost:3000', 'idempotency-key': randomName('key') };
      const { json } = await rest('POST', '/tokens', { body: { name: 'ci' }, headers });
      await rest('POST', '/tokens', { body: { name: 'ci' }, headers });
      return String(json.value);
    }
  }
}

/** Client secrets of two identity providers: added, changed, and lost in a database that fails. */
async function addProviders({ db, world, vault }: Stage): Promise<void> {
  const admin = callerFor(db, world.headers.admin);
  const secretOf = () => vault.invent('client secret');
  const issuer = 'https://idp.example.com';
  for (const id of [randomName('idp'), randomName('idp')]) {
    const provider = { id, name: `Provider ${id}`, issuer: `${issuer}/${id}`, clientId: 'oriel' };
    await admin.identityProviders.create({ ...provider, clientSecret: secretOf() });
    await admin.identityProviders.update({ id, clientSecret: secretOf() });
  }
  const lost = { id: randomName('idp'), name: 'Lost', issuer: `${issuer}/lost`, clientId: 'oriel' };
  await whileRefused(db, 'identity_providers', () =>
    mustFail(admin.identityProviders.create({ ...lost, clientSecret: secretOf() })),
  );
}

/** Five passwords, five cookies and five tokens that meet a database which is away; five links that never were. */
async function meetFailures(
  { db, vault }: Stage,
  people: readonly Person[],
  options: AuthHandlerOptions,
): Promise<void> {
  const away = createDb(nowhere);
  const lost = new Browser({ ...options, db: away });
  for (let index = 0; index < 5; index++) {
    await lost.signIn(people[index]?.email ?? '', vault.invent('password in an outage'));
    const cookie = `oriel.session=${vault.invent('cookie in an outage')}`;
    await mustFail(callerFor(away, new Headers({ cookie })).session.me());
    const authorization = `Bearer oriel_pat_${vault.invent('token in an outage')}`;
    await mustFail(callerFor(away, new Headers({ authorization })).session.me());
    await clientOf(() => away)('GET', '/tokens', { headers: { authorization } });
    await mustFail(callerFor(db, new Headers()).welcome.check({ token: vault.invent('unknown link').slice(0, 64) }));
  }
  await away.$disconnect();
}
