import type { DashboardRow } from './output.ts';

/** Those whose title or a tag has every word, in one folder or all; starred ones first. */
export function chosenDashboards(
  rows: readonly DashboardRow[],
  { search, folder }: { readonly search: string; readonly folder: string | null },
): DashboardRow[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = ({ title, tags }: DashboardRow) => {
    const texts = [title, ...tags].map((text) => text.toLowerCase());
    return words.every((word) => texts.some((text) => text.includes(word)));
  };
  const rowsThatFit = rows.filter((row) => (folder === null || row.folder === folder) && fits(row));
  return rowsThatFit.sort((one, other) => Number(other.starred) - Number(one.starred));
}
