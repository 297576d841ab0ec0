import { strangeAnswer } from './refusal.ts';
import { keyOf, type Labels } from './rows.ts';

/** What stores put around their data. */
interface Envelope {
  readonly status?: unknown;
  readonly data?: unknown;
}

export function dataOf(answer: unknown): unknown {
  const { status, data } = (answer ?? {}) as Envelope;
  if (status !== 'success') throw strangeAnswer();
  return data;
}

export function listOf<Item>(list: unknown): readonly Item[] {
  // Loki leaves a list out where there is nothing.
  if (list === undefined || list === null) return [];
  if (!Array.isArray(list)) throw strangeAnswer();
  return list;
}

export function unionOfNames(lists: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(lists.flat())].sort();
}

export function unionOfLabels(lists: readonly (readonly Labels[])[]): readonly Labels[] {
  return [...new Map(lists.flat().map((labels) => [keyOf(labels), labels])).values()];
}

type Metadata = Readonly<Record<string, readonly unknown[]>>;

/** For each metric, whatever is said of it anywhere, once. */
export function unionOfMetadata(parts: readonly Metadata[]): Metadata {
  const found = new Map<string, Map<string, unknown>>();
  for (const [metric, said] of parts.flatMap((part) => Object.entries(part))) {
    const known = found.get(metric) ?? new Map<string, unknown>();
    found.set(metric, known);
    for (const one of said) known.set(JSON.stringify(one), one);
  }
  return Object.fromEntries([...found].map(([metric, said]) => [metric, [...said.values()]]));
}
