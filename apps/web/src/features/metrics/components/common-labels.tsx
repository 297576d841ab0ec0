/** What all series of an answer have alike, said once. */
export function CommonLabels({ common }: { common: string }) {
  if (common === '') return null;
  return (
    <span className="min-w-0 truncate" title={common}>
      all series: <span className="mono">{common}</span>
    </span>
  );
}
