import { setTimeout as wait } from 'node:timers/promises';
import { describeError } from '@oriel/db/describe-error';
import { listen } from '@oriel/db/listen';
import { OrielError } from '@oriel/domain/errors';
import { readHealth } from '@oriel/seed-client/grafana/health';
import { findBehind, lookEveryMs } from './behind.ts';
import type { GrafanaContext } from './context.ts';
import { HealthReport } from './health.ts';
import { Lanes } from './lanes.ts';
import { beginAnew, hasMark, readMark } from './marker.ts';
import { syncOrganization } from './sync-organization.ts';

const atOnce = 4;
const fillSize = 200;
/** For one organization; what is left then is taken up by the next try. */
const patienceMs = 5 * 60_000;
const everyMs = 5_000;
const firstPauseMs = 1_000;
const longestPauseMs = 10_000;
const countEveryMs = 5 * 60_000;

/**
 * Keeps Grafana in step until `stop` fires: at once where the database says that something changed, and by looking
 * every few seconds for what waits or is due. Outlives a Grafana and a database that are away.
 */
export async function keepInStep(ctx: GrafanaContext, databaseUrl: string, stop: AbortSignal): Promise<void> {
  const keeper = new Keeper(ctx, stop);
  const listener = listen(databaseUrl, ['oriel_grafana'], (_, id) => keeper.hear(id), {
    onReconnect: () => keeper.hear(''),
  });
  await keeper.run();
  await listener.close();
}

class Keeper {
  readonly #ctx: GrafanaContext;
  readonly #stop: AbortSignal;
  readonly #health: HealthReport;
  readonly #lanes: Lanes;
  #mark: string | undefined;
  #nextLookMs = 0;
  #countedAt = 0;
  #rouse = new AbortController();

  constructor(ctx: GrafanaContext, stop: AbortSignal) {
    this.#ctx = ctx;
    this.#stop = stop;
    this.#health = new HealthReport(ctx.db);
    this.#lanes = new Lanes(atOnce, (id) => this.#work(id));
  }

  /** Nothing stands for many. */
  hear(id: string): void {
    if (id === '') void this.#fill();
    else this.#lanes.hurry(id);
  }

  async run(): Promise<void> {
    let pauseMs = everyMs;
    while (!this.#stop.aborted) {
      this.#rouse = new AbortController();
      try {
        await this.#look();
        await this.#fill();
        pauseMs = everyMs;
      } catch (error) {
        pauseMs = pauseMs === everyMs ? firstPauseMs : Math.min(pauseMs * 2, longestPauseMs);
        await this.#away(error);
      }
      const signal = AbortSignal.any([this.#stop, this.#rouse.signal]);
      await wait(pauseMs, undefined, { signal }).catch(() => undefined);
    }
    await this.#lanes.close();
  }

  /** Throws where Grafana, or the database, cannot be worked with. */
  async #look(): Promise<void> {
    const { db } = this.#ctx;
    const grafana = this.#ctx.grafana.within(this.#stop);
    const version = await readHealth(grafana);
    this.#mark ??= await readMark(db);
    if (this.#mark === undefined || !(await hasMark(grafana, this.#mark))) {
      await this.#lanes.close();
      this.#mark = await beginAnew({ ...this.#ctx, grafana });
    }
    if (Date.now() - this.#countedAt > countEveryMs) {
      this.#nextLookMs = await lookEveryMs(db);
      this.#countedAt = Date.now();
    }
    this.#lanes.open();
    const note = version.unknown ? 'It is newer than what Oriel was written for, which is 10 to 13.' : '';
    await this.#health.up(version.text, note);
  }

  async #away(error: unknown): Promise<void> {
    if (this.#stop.aborted) return;
    await this.#lanes.close();
    const { message } = describeError(error);
    this.#ctx.log.warn(message);
    await this.#health.away(message).catch(() => undefined);
  }

  async #work(id: string): Promise<void> {
    const signal = AbortSignal.any([this.#stop, AbortSignal.timeout(patienceMs)]);
    const ctx = { ...this.#ctx, grafana: this.#ctx.grafana.within(signal) };
    try {
      // Numbers mean nothing in another database: it must be the same one still, before anything is written.
      if (this.#mark === undefined || !(await hasMark(ctx.grafana, this.#mark))) return this.#rouse.abort();
      await syncOrganization(ctx, id, this.#nextLookMs * (0.75 + Math.random() / 2));
    } catch (error) {
      if (this.#stop.aborted) return;
      ctx.log.warn({ organizationId: id, err: error }, 'an organization could not be brought in step');
      if (error instanceof OrielError && (error.code === 'unavailable' || error.code === 'timed_out')) {
        this.#rouse.abort();
      }
    }
    if (this.#lanes.isShort) await this.#fill();
  }

  async #fill(): Promise<void> {
    try {
      this.#lanes.fill(await findBehind(this.#ctx.db, fillSize));
    } catch (error) {
      this.#ctx.log.debug({ error: describeError(error).message }, 'the organizations that wait could not be read');
    }
  }
}
