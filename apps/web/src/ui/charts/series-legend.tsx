'use client';
import { seriesLook, seriesStats } from './series-stats.ts';
import type { TimeSeries } from './time-series-types.ts';

type SeriesLegendProps = {
  series: readonly TimeSeries[];
  format: (value: number) => string;
  hidden: ReadonlySet<string>;
  onToggle: (id: string) => void;
  /** What is under the pointer, and when that was in words. */
  hover: { index: number; when: string } | null;
};

/** Names every line, with last, min and max, or the value under the pointer; pressing a name hides its line. */
export function SeriesLegend({ series, format, hidden, onToggle, hover }: SeriesLegendProps) {
  const show = (value: number | null | undefined) => (value == null ? '–' : format(value));
  const head = hover === null ? 'last' : `at ${hover.when}`;
  return (
    <div className="max-h-56 overflow-auto scroll-thin border-t border-line1">
      <table className="w-full text-small">
        <thead className="sticky top-0 bg-surface text-ink3">
          <tr>
            <th scope="col" className="py-1 text-left font-medium">
              Series
            </th>
            {[head, 'min', 'max'].map((text, index) => (
              <th
                key={index === 0 ? 'value' : text}
                scope="col"
                className="tnum w-28 py-1 pl-3 text-right font-medium whitespace-nowrap nth-2:w-40 phone:not-nth-2:hidden"
              >
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {series.map((one, index) => {
            const stats = seriesStats(one.values);
            const { slot, dash } = seriesLook(index);
            return (
              <tr key={one.id} className="border-t border-line1">
                <th scope="row" className="max-w-0 text-left font-normal">
                  <button
                    type="button"
                    aria-pressed={!hidden.has(one.id)}
                    onClick={() => onToggle(one.id)}
                    className="flex h-6 max-w-full items-center gap-2 text-left aria-[pressed=false]:text-ink3 aria-[pressed=false]:line-through phone:h-9"
                  >
                    <svg width="14" height="4" aria-hidden="true" className="shrink-0">
                      <path
                        d="M0 2H14"
                        strokeWidth="3"
                        strokeDasharray={dash?.join(' ')}
                        style={{ stroke: `var(--series-${slot})` }}
                      />
                    </svg>
                    <span className="mono truncate">{one.name}</span>
                  </button>
                </th>
                <td className="tnum pl-3 text-right font-semibold">
                  {show(hover === null ? stats.last : one.values[hover.index])}
                </td>
                <td className="tnum pl-3 text-right text-ink2 phone:hidden">{show(stats.min)}</td>
                <td className="tnum pl-3 text-right text-ink2 phone:hidden">{show(stats.max)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
