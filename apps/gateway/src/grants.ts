import type { Db } from '@oriel/db/client';
import type { Credential } from '@oriel/db/credential';
import { isDatabaseAway } from '@oriel/db/database-errors';
import { identify } from '@oriel/db/principal';
import { loadProjectTelemetry } from '@oriel/db/project-telemetry';
import { OrielError } from '@oriel/domain/errors';
import type { Principal } from '@oriel/domain/permissions';
import { authorizeTelemetry, type ProjectTelemetry } from '@oriel/domain/scope';
import { type Store, type Upstream, upstream } from '@oriel/seed-client/upstream';
import type { Asker } from './fair-share.ts';
import type { Route } from './route.ts';
import type { KeyedCredential } from './shown-credential.ts';
import { VerifiedCache } from './verified-cache.ts';

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
  identify(credential: Credential): Promise<{ principal: Principal; validUntil: Date } | undefined>;
  project(slug: string): Promise<ProjectTelemetry | undefined>;
}

export function grantsFromDatabase(db: Db): GrantSource {
  return { identify: (credential) => identify(db, credential), project: (slug) => loadProjectTelemetry(db, slug) };
}

// A role change must take effect everywhere within 5 s even where the notification about it is lost.
const lifetime = { refreshAfterMs: 2_000, staleAfterMs: 4_000, graceMs: 10 * 60_000 };

/** Who may read what, from a small cache that notifications keep honest. */
export class Grants {
  readonly #people: VerifiedCache<KeyedCredential, Person>;
  readonly #projects: VerifiedCache<string, ProjectTelemetry>;

  constructor(source: GrantSource) {
    this.#people = new VerifiedCache({
      ...lifetime,
      max: 20_000,
      keyOf: ({ key }) => key,
      load: async (credential) => {
        const identity = await source.identify(credential);
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
  peek(credential: KeyedCredential, route: Route): Grant | undefined {
    const person = this.#people.peek(credential);
    if (person === undefined || person.validUntil <= Date.now()) return undefined;
    const project = this.#projects.peek(route.slug);
    if (project === undefined) return undefined;
    return person.grants.get(project)?.[route.store];
  }

  /** Throws OrielError: `unauthenticated`, `not_found`, `forbidden`, or `unavailable` without a database. */
  async find(credential: KeyedCredential, route: Route): Promise<Grant> {
    const [person, project] = await Promise.all([this.#people.get(credential), this.#projects.get(route.slug)]).catch(
      (cause: unknown) => {
        if (!isDatabaseAway(cause)) throw cause;
        throw new OrielError(
          'unavailable',
          'Oriel cannot check who you are: its database is away. Try again in a minute.',
          { cause },
        );
      },
    );
    if (!person || person.value.validUntil <= Date.now()) throw notSignedIn();
    const { principal, grants } = person.value;
    const scope = authorizeTelemetry(principal, project?.value);
    const target = upstream(scope, route.store);
    const asker = { store: target.origin, tenant: scope.projectId, userId: scope.userId };
    const grant: Grant = { asker, upstream: target, degraded: false };
    if (project) grants.set(project.value, { ...grants.get(project.value), [route.store]: grant });
    return person.degraded || project?.degraded ? { ...grant, degraded: true } : grant;
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

export function notSignedIn(): OrielError {
  return new OrielError(
    'unauthenticated',
    'You are not signed in, or the session or token is no longer valid. Sign in again, or send a token as "Authorization: Bearer oriel_pat_…".',
  );
}
