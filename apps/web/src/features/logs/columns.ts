/** Columns between the level and the message, in the order of the row. */
export const COLUMNS = ['time', 'level', 'cluster', 'namespace', 'pod', 'container'] as const;
export type Column = (typeof COLUMNS)[number];

export const DEFAULT_COLUMNS: Column[] = ['time', 'level', 'cluster', 'pod'];

/** Columns that hold a label of the stream. */
export const LABEL_COLUMNS = ['cluster', 'namespace', 'pod', 'container'] as const satisfies readonly Column[];
export type LabelColumn = (typeof LABEL_COLUMNS)[number];

const WIDEST: Record<LabelColumn, number> = { cluster: 18, namespace: 18, pod: 24, container: 16 };
const CHARACTER_PX = 7.2;
const GAP_PX = 12;

/** The grid of a row: each label column as wide as its longest value, within reason. */
export function gridTemplate(
  columns: readonly Column[],
  longest: (label: LabelColumn) => number,
  withDate: boolean,
): string {
  const tracks = ['26px'];
  if (columns.includes('time')) tracks.push(withDate ? '146px' : '96px');
  if (columns.includes('level')) tracks.push('66px');
  for (const label of LABEL_COLUMNS) {
    if (!columns.includes(label)) continue;
    const characters = Math.min(WIDEST[label], Math.max(4, longest(label)));
    tracks.push(`${Math.ceil(characters * CHARACTER_PX) + GAP_PX}px`);
  }
  return [...tracks, 'minmax(0,1fr)'].join(' ');
}
