import { clsx } from 'clsx';

type MeterProps = {
  label: string;
  /** Share of the budget, from 0; above 1 is over it. */
  share: number;
  /** "0.21 core" */
  value: string;
  /** "0.40"; left out, no budget is shown. */
  of?: string;
  /** Not yet measured. */
  estimated?: boolean;
};

/** A measured value of its budget; amber from 80 %, red from 100 %. Where both do not fit, the value stands below. */
export function Meter({ label, share, value, of, estimated = false }: MeterProps) {
  return (
    <div className="min-w-0">
      <div className="flex flex-wrap items-center justify-between gap-x-2 text-small">
        <span className="min-w-0 text-ink3">{label}</span>
        <span className="tnum min-w-0">
          {estimated && <span className="text-ink3">estimated </span>}
          <b className="font-semibold">{value}</b>
          {of !== undefined && <span className="text-ink3"> of {of}</span>}
        </span>
      </div>
      <MeterBar label={label} share={share} tone={share >= 1 ? 'error' : share >= 0.8 ? 'warn' : 'plain'} />
    </div>
  );
}

type MeterBarProps = { label: string; share: number; tone?: 'plain' | 'accent' | 'warn' | 'error' };

const FILL = { plain: 'bg-ink3', accent: 'bg-accent', warn: 'bg-warn', error: 'bg-error' } as const;

/** The 4 px bar alone, for progress inside steps. */
export function MeterBar({ label, share, tone = 'accent' }: MeterBarProps) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <meter> cannot be drawn with these colours in every browser.
    <div
      role="meter"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
      className="mt-[5px] h-1 overflow-hidden rounded-[2px] bg-line2"
    >
      <div className={clsx('h-full rounded-[2px]', FILL[tone])} style={{ width: `${percent}%` }} />
    </div>
  );
}
