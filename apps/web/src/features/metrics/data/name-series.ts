export type Labels = Readonly<Record<string, string>>;

const NAME = '__name__';

/** A selector for exactly these labels: `up{job="a", pod="b"}`. */
export function writeLabels(labels: Labels, order = Object.keys(labels).sort()): string {
  const pairs = order
    .filter((label) => label !== NAME && label in labels)
    .map((label) => `${label}=${JSON.stringify(labels[label])}`);
  const name = labels[NAME] ?? '';
  return pairs.length === 0 && name !== '' ? name : `${name}{${pairs.join(', ')}}`;
}

/** The labels that tell the series apart, the one with most values first. A single series has none. */
export function differingLabels(all: readonly Labels[]): string[] {
  const names = [...new Set(all.flatMap((labels) => Object.keys(labels)))].sort();
  const counts = new Map(names.map((name) => [name, new Set(all.map((labels) => labels[name])).size]));
  const count = (name: string) => counts.get(name) ?? 0;
  return names.filter((name) => count(name) > 1).sort((a, b) => count(b) - count(a));
}

export interface SeriesNames {
  /** What all series have alike, written as a selector; empty where there is nothing. */
  readonly common: string;
  /** One per series, in their order: what tells it from the others. */
  readonly names: readonly string[];
}

/**
 * Short names: labels that all series share are said once. `whole` names the only series of a result
 * without labels, such as that of `sum(up)`.
 */
export function nameSeries(all: readonly Labels[], whole: string): SeriesNames {
  const [only] = all;
  if (all.length === 1 && only !== undefined) {
    return { common: '', names: [Object.keys(only).length === 0 ? whole : writeLabels(only)] };
  }
  const order = differingLabels(all);
  const differing = new Set(order);
  const pick = (labels: Labels, differs: boolean) =>
    Object.fromEntries(Object.entries(labels).filter(([name]) => differing.has(name) === differs));
  const shared = pick(only ?? {}, false);
  return {
    common: Object.keys(shared).length === 0 ? '' : writeLabels(shared),
    names: all.map((labels) => writeLabels(pick(labels, true), order)),
  };
}
