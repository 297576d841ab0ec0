'use client';
import { ArrowUp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { formatCount, formatPlural } from '@/ui/format/count.ts';
import { Icon } from '@/ui/icon.tsx';

type TailPillProps = { waiting: number; onPress: () => void };

const ANNOUNCED_EVERY_MS = 10_000;

/** Lines that came while somebody reads wait here, on the list's top edge; on a phone above the list. */
export function TailPill({ waiting, onPress }: TailPillProps) {
  const announced = useSlowly(waiting);
  return (
    <>
      <p role="status" className="sr-only">
        {announced > 0 && `${formatPlural(announced, 'new line')} waiting`}
      </p>
      {waiting > 0 && (
        <button
          type="button"
          onClick={onPress}
          aria-label={`Show ${formatPlural(waiting, 'new line')}`}
          className="z-10 flex items-center gap-1.5 font-semibold desk:absolute desk:top-0 desk:left-1/2 desk:h-7 desk:-translate-x-1/2 desk:-translate-y-1/2 desk:rounded-full desk:bg-accent desk:pr-3 desk:pl-[9px] desk:text-on-accent desk:hover:bg-accent-hover phone:h-9 phone:w-full phone:shrink-0 phone:justify-center phone:border-b phone:border-accent-line phone:bg-selected phone:text-accent"
        >
          <Icon icon={ArrowUp} size={14} />
          <span className="tnum">
            {formatCount(waiting)} new<span className="desk:hidden"> lines</span>
          </span>
        </button>
      )}
    </>
  );
}

/** A number as it was at most ten seconds ago. */
function useSlowly(value: number): number {
  const [slow, setSlow] = useState(0);
  const latest = useRef(value);
  latest.current = value;
  useEffect(() => {
    const timer = setInterval(() => setSlow(latest.current), ANNOUNCED_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return value === 0 ? 0 : slow;
}
