import type { Db } from '@oriel/db/client';
import { writeGrafanaHealth } from '@oriel/db/grafana-health';
import type { GrafanaHealth } from '@oriel/domain/grafana-health';

const saidAnewMs = 30_000;

/** For an installation without Grafana. */
export async function reportNoGrafana(db: Db): Promise<void> {
  const message = 'This installation has no Grafana. ORIEL_GRAFANA_URL names one.';
  await writeGrafanaHealth(db, { configured: false, ok: false, version: null, message, at: new Date().toISOString() });
}

/** Tells the other processes how Grafana is: when that changes, and now and then that it still is so. */
export class HealthReport {
  readonly #db: Db;
  #last: GrafanaHealth | undefined;

  constructor(db: Db) {
    this.#db = db;
  }

  async up(version: string, message: string): Promise<void> {
    await this.#write({ configured: true, ok: true, version, message });
  }

  async away(message: string): Promise<void> {
    await this.#write({ configured: true, ok: false, version: this.#last?.version ?? null, message });
  }

  async #write(health: Omit<GrafanaHealth, 'at'>): Promise<void> {
    const now = new Date();
    const last = this.#last;
    const isSame = last?.ok === health.ok && last.version === health.version && last.message === health.message;
    if (isSame && now.getTime() - Date.parse(last.at) < saidAnewMs) return;
    const said = { ...health, at: now.toISOString() };
    await writeGrafanaHealth(this.#db, said);
    this.#last = said;
  }
}
