import { quoteForPeople } from '@oriel/query-scope/go-string';
import { escapePattern } from '@/features/query/pattern.ts';
import type { StoreClient } from '@/features/query/store-client.ts';
import { PLATFORM_LABELS } from './log-line.ts';
import { fromMilliseconds } from './nanoseconds.ts';

/** More than fit a list; a person narrows by typing. */
export const MOST_SHOWN = 50;

export interface Found {
  readonly values: readonly string[];
  /** How many more there are than shown. */
  readonly more: number;
}

/** Label names and values of a range, searched by the store so that no browser holds them all. */
export class LabelSource {
  private readonly store: StoreClient;
  private readonly range: () => { from: number; to: number };

  constructor(store: StoreClient, range: () => { from: number; to: number }) {
    this.store = store;
    this.range = range;
  }

  /** The platform's own labels first. Throws StoreError. */
  async names(signal?: AbortSignal): Promise<string[]> {
    const { data } = await this.store.get<string[] | undefined>('labels', this.bounds(), signal);
    const found = new Set((data ?? []).filter((name) => !name.startsWith('__')));
    const known = PLATFORM_LABELS.filter((name) => found.delete(name));
    return [...known, ...[...found].sort()];
  }

  /** Values that contain the text and occur with the other matchers (`a="b", c=~"d"`). Throws StoreError. */
  async values(label: string, search: { text: string; others: string }, signal?: AbortSignal): Promise<Found> {
    const contains = search.text === '' ? '' : `${label}=~${quoteForPeople(`(?i).*${escapePattern(search.text)}.*`)}`;
    const matchers = [search.others, contains].filter((part) => part !== '').join(', ');
    const query = matchers === '' ? undefined : `{${matchers}}`;
    const path = `label/${encodeURIComponent(label)}/values`;
    const { data } = await this.store.get<string[] | undefined>(path, { query, ...this.bounds() }, signal);
    const values = (data ?? []).sort(byPrefix(search.text.toLowerCase()));
    return { values: values.slice(0, MOST_SHOWN), more: Math.max(0, values.length - MOST_SHOWN) };
  }

  private bounds() {
    const { from, to } = this.range();
    return { start: fromMilliseconds(from), end: fromMilliseconds(to) };
  }
}

/** What begins with the text comes before what only contains it. */
function byPrefix(text: string) {
  return (a: string, b: string) => {
    const order = Number(b.toLowerCase().startsWith(text)) - Number(a.toLowerCase().startsWith(text));
    return order || (a < b ? -1 : a > b ? 1 : 0);
  };
}
