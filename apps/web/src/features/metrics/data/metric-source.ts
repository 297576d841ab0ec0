import type { StoreClient } from '@/features/query/store-client.ts';

/** More than fit a list; a person narrows by typing. */
export const MOST_SHOWN = 50;

export interface Metadata {
  readonly type: string;
  readonly help: string;
}

type MetadataByName = Readonly<Record<string, readonly Metadata[] | undefined>>;

/** Asked for at once; of the rest each metric is asked for by itself. */
const MOST_DESCRIBED = 5000;

export interface Found {
  readonly values: readonly string[];
  /** There are more than shown; how many the store does not say. */
  readonly more: boolean;
}

const REGEXP_META = /[\\.+*?()|[\]{}^$]/g;

/** Names, labels and values of a range, searched by the store so that no browser holds 29,000 names. */
export class MetricSource {
  private readonly store: StoreClient;
  private readonly range: () => { from: number; to: number };
  private described: Promise<MetadataByName> | undefined;

  constructor(store: StoreClient, range: () => { from: number; to: number }) {
    this.store = store;
    this.range = range;
  }

  /** Metric names that contain the text, those that begin with it first. Throws StoreError. */
  async names(text: string, signal?: AbortSignal): Promise<Found> {
    const found = await this.values('__name__', { contains: text }, signal);
    if (text === '' || !found.more) return found;
    // Cut by the store in the order of the alphabet: what begins with the text must not fall off.
    const first = await this.values('__name__', { pattern: `${escapePattern(text)}.*` }, signal);
    const values = [...new Set([...first.values, ...found.values])].slice(0, MOST_SHOWN);
    return { values, more: true };
  }

  /** Label names, of the series that a selector matches. Throws StoreError. */
  async labels(selector: string | undefined, signal?: AbortSignal): Promise<string[]> {
    const params = { 'match[]': selector, limit: 1000, ...this.bounds() };
    const { data } = await this.store.get<string[] | undefined>('labels', params, signal);
    return (data ?? []).filter((name) => name !== '__name__');
  }

  /** Values of a label, at most 50. `matchers` narrow them, without the braces. Throws StoreError. */
  async values(
    label: string,
    search: { contains?: string; pattern?: string; matchers?: string },
    signal?: AbortSignal,
  ): Promise<Found> {
    const { contains = '', matchers = '' } = search;
    const pattern = search.pattern ?? (contains === '' ? '.+' : `(?i).*${escapePattern(contains)}.*`);
    const own = `${label}=~${JSON.stringify(pattern)}`;
    const selector = `{${[own, matchers].filter((part) => part !== '').join(', ')}}`;
    const path = `label/${encodeURIComponent(label)}/values`;
    const params = { 'match[]': selector, limit: MOST_SHOWN + 1, ...this.bounds() };
    const { data } = await this.store.get<string[] | undefined>(path, params, signal);
    const values = (data ?? []).sort(byPrefix(contains.toLowerCase()));
    return { values: values.slice(0, MOST_SHOWN), more: values.length > MOST_SHOWN };
  }

  /**
   * What is known of a metric: as the store was told, which Oriel's agents do not do by themselves, else as the
   * exporters say that those agents scrape. Undefined for a metric of somebody's own that nobody described.
   */
  async describe(metric: string): Promise<Metadata | undefined> {
    const names = [metric, metric.replace(/_(total|count|sum|bucket)$/, '')];
    return (await this.told(metric, names)) ?? (await this.written(names));
  }

  private async told(metric: string, names: readonly string[]): Promise<Metadata | undefined> {
    this.described ??= this.metadata({ limit: MOST_DESCRIBED });
    const all = await this.described;
    const known = names.map((name) => all[name]?.[0]).find((found) => found !== undefined);
    if (known !== undefined || Object.keys(all).length < MOST_DESCRIBED) return known;
    return (await this.metadata({ metric }))[metric]?.[0];
  }

  /** The table is fetched when it is first looked into. */
  private async written(names: readonly string[]): Promise<Metadata | undefined> {
    const { metricHelp } = await import('@oriel/agent-config/generated/metric-help');
    return names.map((name) => metricHelp[name]).find((found) => found !== undefined);
  }

  /** A name is useful without its description, so a failure says nothing. */
  private async metadata(params: { limit: number } | { metric: string }): Promise<MetadataByName> {
    const asked = this.store.get<MetadataByName | undefined>('metadata', { ...params, limit_per_metric: 1 });
    return asked.then(
      ({ data }) => data ?? {},
      () => ({}),
    );
  }

  private bounds() {
    const { from, to } = this.range();
    return { start: from / 1000, end: to / 1000 };
  }
}

function escapePattern(text: string): string {
  return text.replace(REGEXP_META, '\\$&');
}

/** What begins with the text comes before what only contains it. */
function byPrefix(text: string) {
  return (a: string, b: string) => {
    const order = Number(b.toLowerCase().startsWith(text)) - Number(a.toLowerCase().startsWith(text));
    return order || (a < b ? -1 : a > b ? 1 : 0);
  };
}
