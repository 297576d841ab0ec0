import { clsx } from 'clsx';
import { sparklinePaths } from './sparkline-paths.ts';

type SparklineProps = {
  /** Oldest first; null where nothing arrived. */
  values: readonly (number | null)[];
  /** Names the thing and its present value: "Log ingest, last hour, now 310 KB/s". */
  label: string;
  /** `late` is amber, `silent` is grey with its gap in error. */
  state?: 'normal' | 'late' | 'silent';
  small?: boolean;
};

const LINE = { normal: 'stroke-level-info', late: 'stroke-level-warn', silent: 'stroke-level-unknown' } as const;
const AREA = { normal: 'fill-level-info', late: 'fill-level-warn', silent: 'fill-level-unknown' } as const;

/** 88 × 20; a gap is dashes on the base line, never joined. */
export function Sparkline({ values, label, state = 'normal', small = false }: SparklineProps) {
  const { runs, gaps } = sparklinePaths(values, 88, 20);
  return (
    <svg
      width={small ? 56 : 88}
      height={small ? 16 : 20}
      viewBox="0 0 88 20"
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
      className="shrink-0 fill-none"
    >
      {runs.map((run) => (
        <g key={run.line}>
          <path d={run.area} className={clsx(AREA[state], 'opacity-13')} />
          <path d={run.line} className={LINE[state]} strokeWidth="1.5" strokeLinejoin="round" />
        </g>
      ))}
      {gaps.map((gap) => (
        <path
          key={gap}
          d={gap}
          className={state === 'silent' ? 'stroke-error' : 'stroke-level-unknown'}
          strokeWidth="1.5"
          strokeDasharray="2 3"
        />
      ))}
    </svg>
  );
}
