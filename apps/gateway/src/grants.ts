import type { Db } from '@oriel/db/client';
import { isDatabaseAway } from '@oriel/db/database-errors';
import { Guesses } from '@oriel/db/guesses';
import { identify, identifyGrafanaSession, identifyGrafanaUser } from '@oriel/db/principal';
import { loadProjectTelemetry } from '@oriel/db/project-telemetry';
import { OrielError } from '@oriel/domain/errors';
import type { Principal } from '@oriel/domain/permissions';
import { authorizeTelemetry, type ProjectTelemetry } from '@oriel/domain/scope';
import { type Store, type Upstream, upstream } from '@oriel/seed-client/upstream';
import { addressOf } from './address.ts';
import type { Asked } from './asked.ts';
import type { Asker } from './fair-share.ts';
import type { Route } from './route.ts';
import type { Subject } from './shown-credential.ts';
import { type Found, VerifiedCache } from './verified-cache.ts';

/** Where one authorized request goes. */
export interface Grant {
  /** Whose turn it takes at the store. */
  readonly asker: Asker;
  readonly upstream: Upstream;
  /** Decided without the database, which is away. */
  readonly degraded: boolean;
}

interface Person {
  readonly principal: Principal;
  /** Milliseconds since 1970. */
  readonly validUntil: number;
  /** What was worked out already for this person, per project as it was last loaded. */
  readonly grants: Map<ProjectTelemetry, Partial<Record<Store, Grant>>>;
}

export interface GrantSource {
  identify(subject: Subject): Promise<{ principal: Principal; validUntil: Date } | undefined>;
  project(slug: string): Promise<ProjectTelemetry | undefined>;
}

export function grantsFromDatabase(db: Db): GrantSource {
  return { identify: (subject) => identifySubject(db, subject), project: (slug) => loadProjectTelemetry(db, slug) };
}

function identifySubject(db: Db, subject: Subject) {
  switch (subject.kind) {
    case 'grafana':
      return identifyGrafanaSession(db, subject.value);
    case 'grafana_user':
      return identifyGrafanaUser(db, subject.value);
    case 'session':
    case 'token':
      return identify(db, subject);
  }
}

// A role change must take effect everywhere within 5 s even where the notification about it is lost. Looking again takes
// milliseconds of the one thread that answers everybody: as seldom as that allows, and a second early for a slow database.
export const lifetime = { refreshAfterMs: 3_000, staleAfterMs: 4_000, graceMs: 10 * 60_000 };

/** Who may read what, from a small cache that notifications keep honest. */
export class Grants {
  readonly #people: VerifiedCache<Subject, Person>;
  readonly #projects: VerifiedCache<string, ProjectTelemetry>;
  readonly #guesses = new Guesses();
  readonly #trustedHops: number;

  constructor(source: GrantSource, { trustedHops }: { readonly trustedHops: number }) {
    this.#trustedHops = trustedHops;
    this.#people = new VerifiedCache({
      ...lifetime,
      max: 20_000,
      keyOf: ({ key }) => key,
      load: async (subject) => {
        const identity = await source.identify(subject);
        return (
          identity && { principal: identity.principal, validUntil: identity.validUntil.getTime(), grants: new Map() }
        );
      },
    });
    this.#projects = new VerifiedCache({
      ...lifetime,
      max: 20_000,
      keyOf: (slug) => slug,
      load: (slug) => source.project(slug),
    });
  }

  /** The way of nearly every request: no promise, no query. Undefined means `find` has to be asked. */
  peek(subject: Subject, route: Route): Grant | undefined {
    const person = this.#people.peek(subject);
    if (person === undefined || person.validUntil <= Date.now()) return undefined;
    const project = this.#projects.peek(route.slug);
    if (project === undefined) return undefined;
    return person.grants.get(project)?.[route.store];
  }

  /**
   * `request` is the one that showed the credential, where it is not known yet to be anybody's.
   * Throws OrielError: `unauthenticated`, `rate_limited`, `not_found`, `forbidden`, or `unavailable` without a database.
   */
  async find(subject: Subject, route: Route, request?: Asked): Promise<Grant> {
    // One after the other: nobody's requests make us look for projects.
    const person = await this.#person(subject, request);
    const project = await this.#projects.get(route.slug).catch(explainAbsence);
    const { principal, grants } = person.value;
    const scope = authorizeTelemetry(principal, project?.value);
    const target = upstream(scope, route.store);
    const asker = { store: target.origin, tenant: scope.projectId, userId: scope.userId };
    const grant: Grant = { asker, upstream: target, degraded: false };
    if (project) grants.set(project.value, { ...grants.get(project.value), [route.store]: grant });
    return person.degraded || project?.degraded ? { ...grant, degraded: true } : grant;
  }

  /** Who it is, whatever they may read. Throws OrielError as `find` does. */
  async identify(subject: Subject, request?: Asked): Promise<Principal> {
    return (await this.#person(subject, request)).value.principal;
  }

  async #person(subject: Subject, request: Asked | undefined): Promise<Found<Person>> {
    const find = async () => {
      const person = await this.#people.get(subject).catch(explainAbsence);
      return person && person.value.validUntil > Date.now() ? person : undefined;
    };
    const isGuess = request !== undefined && subject.kind !== 'grafana_user';
    const from = () => (isGuess ? addressOf(request, this.#trustedHops) : undefined);
    const person = await this.#guesses.look({ key: subject.key, addressOf: from }, find);
    if (!person) throw notSignedIn();
    return person;
  }

  /** Called on every notification about people, sessions, tokens, memberships, projects, tenants or seeds. */
  drop(): void {
    this.#people.clear();
    this.#projects.clear();
  }

  /** Called when the connection that brings notifications was lost. */
  suspect(): void {
    this.#people.suspect();
    this.#projects.suspect();
  }
}

export function explainAbsence(cause: unknown): never {
  if (!isDatabaseAway(cause)) throw cause;
  throw new OrielError('unavailable', 'Oriel cannot check who you are: its database is away. Try again in a minute.', {
    cause,
  });
}

export function notSignedIn(): OrielError {
  return new OrielError(
    'unauthenticated',
    'You are not signed in, or the session or token is no longer valid. Sign in again, or send a token as "Authorization: Bearer oriel_pat_…".',
  );
}
