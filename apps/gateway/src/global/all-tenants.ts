import { loadAllTelemetry } from '@oriel/db/all-telemetry';
import type { Db } from '@oriel/db/client';
import type { PlatformTenant } from '@oriel/domain/scope';
import { explainAbsence, lifetime } from '../grants.ts';
import { VerifiedCache } from '../verified-cache.ts';

/** Every tenant at every seed as it was last looked up; dropped with every notification about grants. */
export class AllTenants {
  readonly #cache: VerifiedCache<'all', readonly PlatformTenant[]>;

  constructor(db: Db) {
    this.#cache = new VerifiedCache({ ...lifetime, max: 1, keyOf: (key) => key, load: () => loadAllTelemetry(db) });
  }

  /** Throws OrielError `unavailable` without a database. */
  async get(): Promise<readonly PlatformTenant[]> {
    return (await this.#cache.get('all').catch(explainAbsence))?.value ?? [];
  }

  drop(): void {
    this.#cache.clear();
  }

  suspect(): void {
    this.#cache.suspect();
  }
}
