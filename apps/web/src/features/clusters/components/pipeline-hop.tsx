import { clsx } from 'clsx';
import { X } from 'lucide-react';
import { Icon } from '@/ui/icon.tsx';
import type { Hop } from './pipeline-types.ts';

const INK = { flowing: 'text-accent', idle: 'text-line3', starved: 'text-line3', cut: 'text-error' } as const;
const RATE = { flowing: '', idle: 'text-ink3', starved: 'text-ink3', cut: 'text-error' } as const;

/** One wire: rate over it, fact under it; beside it on the phone, where it runs downwards. */
export function PipelineHop({ lane, hop }: { lane: 'Logs' | 'Metrics'; hop: Hop }) {
  const cut = hop.state === 'cut';
  return (
    <div className="relative grid h-[55px] grid-rows-[1fr_3px_1fr] text-center phone:block phone:h-9 phone:pl-[34px] phone:text-left">
      <span className="sr-only">{cut ? `${lane}, cut: ` : `${lane}: `}</span>
      <span
        className={clsx(
          'tnum row-start-1 self-end text-small whitespace-nowrap phone:block phone:pt-[3px] phone:pb-0',
          cut ? 'pb-2 font-semibold' : 'pb-0.5 font-medium',
          RATE[hop.state],
        )}
      >
        {hop.rate}
      </span>
      <Wire state={hop.state} />
      <span
        className={clsx(
          'row-start-3 self-start text-caption font-medium whitespace-nowrap phone:block phone:pt-0 phone:leading-[14px]',
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
        'relative row-start-2 h-[3px] phone:absolute phone:top-0 phone:left-4 phone:h-9 phone:w-[3px]',
        INK[state],
      )}
    >
      <span
        className={clsx(
          'absolute top-[0.5px] right-[5px] left-0 h-0.5 phone:top-0 phone:right-auto phone:bottom-[5px] phone:left-[0.5px] phone:h-auto phone:w-0.5',
          cut
            ? 'bg-[repeating-linear-gradient(90deg,currentColor_0_4px,transparent_4px_8px)] phone:bg-[repeating-linear-gradient(180deg,currentColor_0_4px,transparent_4px_8px)]'
            : 'bg-current',
        )}
      />
      <span className="absolute -top-[2.5px] right-0 border-4 border-r-0 border-l-[6px] border-transparent border-l-current phone:top-auto phone:right-auto phone:bottom-0 phone:-left-[2.5px] phone:border-t-[6px] phone:border-r-4 phone:border-b-0 phone:border-l-4 phone:border-t-current phone:border-l-transparent" />
      {cut && (
        <span className="absolute -top-[7.5px] left-1/2 z-10 -ml-[9px] grid size-[18px] place-items-center rounded-full bg-error shadow-[0_0_0_3px_var(--surface)] phone:top-1.5 phone:left-[1.5px]">
          <Icon icon={X} size={12} className="text-surface" />
        </span>
      )}
    </span>
  );
}
