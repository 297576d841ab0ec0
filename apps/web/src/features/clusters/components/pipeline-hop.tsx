import { clsx } from 'clsx';
import { X } from 'lucide-react';
import { Icon } from '@/ui/icon.tsx';
import type { Hop } from './pipeline-types.ts';

const INK = { flowing: 'text-accent', idle: 'text-line3', starved: 'text-line3', cut: 'text-error' } as const;
const RATE = { flowing: '', idle: 'text-ink3', starved: 'text-ink3', cut: 'text-error' } as const;

/** One wire: rate over it, fact under it; beside it where the pipeline stands upright and it runs downwards. */
export function PipelineHop({ lane, hop }: { lane: 'Logs' | 'Metrics'; hop: Hop }) {
  const cut = hop.state === 'cut';
  return (
    <div className="relative grid h-[55px] grid-rows-[1fr_3px_1fr] text-center @max-[840px]:block @max-[840px]:h-9 @max-[840px]:pl-[34px] @max-[840px]:text-left">
      <span className="sr-only">{cut ? `${lane}, cut: ` : `${lane}: `}</span>
      <span
        className={clsx(
          'tnum row-start-1 self-end text-small whitespace-nowrap @max-[840px]:block @max-[840px]:pt-[3px] @max-[840px]:pb-0',
          cut ? 'pb-2 font-semibold' : 'pb-0.5 font-medium',
          RATE[hop.state],
        )}
      >
        {hop.rate}
      </span>
      <Wire state={hop.state} />
      <span
        className={clsx(
          'row-start-3 self-start text-caption font-medium whitespace-nowrap @max-[840px]:block @max-[840px]:pt-0 @max-[840px]:leading-[14px]',
          cut ? 'pt-[7px] text-error' : 'pt-px text-ink3',
        )}
      >
        {hop.fact}
      </span>
    </div>
  );
}

function Wire({ state }: { state: Hop['state'] }) {
  const cut = state === 'cut';
  return (
    <span
      aria-hidden="true"
      className={clsx(
        'relative row-start-2 h-[3px] @max-[840px]:absolute @max-[840px]:top-0 @max-[840px]:left-4 @max-[840px]:h-9 @max-[840px]:w-[3px]',
        INK[state],
      )}
    >
      <span
        className={clsx(
          'absolute top-[0.5px] right-[5px] left-0 h-0.5 @max-[840px]:top-0 @max-[840px]:right-auto @max-[840px]:bottom-[5px] @max-[840px]:left-[0.5px] @max-[840px]:h-auto @max-[840px]:w-0.5',
          cut
            ? 'bg-[repeating-linear-gradient(90deg,currentColor_0_4px,transparent_4px_8px)] @max-[840px]:bg-[repeating-linear-gradient(180deg,currentColor_0_4px,transparent_4px_8px)]'
            : 'bg-current',
        )}
      />
      <span className="absolute -top-[2.5px] right-0 border-4 border-r-0 border-l-[6px] border-transparent border-l-current @max-[840px]:top-auto @max-[840px]:right-auto @max-[840px]:bottom-0 @max-[840px]:-left-[2.5px] @max-[840px]:border-t-[6px] @max-[840px]:border-r-4 @max-[840px]:border-b-0 @max-[840px]:border-l-4 @max-[840px]:border-t-current @max-[840px]:border-l-transparent" />
      {cut && (
        <span className="absolute -top-[7.5px] left-1/2 z-10 -ml-[9px] grid size-[18px] place-items-center rounded-full bg-error shadow-[0_0_0_3px_var(--surface)] @max-[840px]:top-1.5 @max-[840px]:left-[1.5px]">
          <Icon icon={X} size={12} className="text-surface" />
        </span>
      )}
    </span>
  );
}
