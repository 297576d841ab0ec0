import type { Db } from '@oriel/db/client';
import {
  findGrafanaOrganization,
  type GrafanaOrganization,
  type GrafanaOrganizationRef,
} from '@oriel/db/grafana-organizations';
import { explainAbsence, lifetime } from '../grants.ts';
import { VerifiedCache } from '../verified-cache.ts';

/** Organizations as they were last looked up; dropped with every notification about grants, like those. */
export class Organizations {
  readonly #cache: VerifiedCache<GrafanaOrganizationRef, GrafanaOrganization>;

  constructor(db: Db) {
    this.#cache = new VerifiedCache({
      ...lifetime,
      max: 10_000,
      keyOf: (ref) => ('id' in ref ? ref.id : String(ref.orgId)),
      load: (ref) => findGrafanaOrganization(db, ref),
    });
  }

  /** Throws OrielError `unavailable` without a database. */
  async find(ref: GrafanaOrganizationRef): Promise<GrafanaOrganization | undefined> {
    return (await this.#cache.get(ref).catch(explainAbsence))?.value;
  }

  drop(): void {
    this.#cache.clear();
  }

  suspect(): void {
    this.#cache.suspect();
  }
}
