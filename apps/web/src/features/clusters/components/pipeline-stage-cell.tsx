import { clsx } from 'clsx';
import { Icon } from '@/ui/icon.tsx';
import { STATUS, TONE_TEXT } from '@/ui/status.ts';
import type { StageCell } from './pipeline-types.ts';

type PipelineStageCellProps = {
  lane: 'Logs' | 'Metrics';
  cell: StageCell /** The first stage writes its lane out. */;
  named: boolean;
};

export function PipelineStageCell({ lane, cell, named }: PipelineStageCellProps) {
  const look = cell.status === undefined ? undefined : STATUS[cell.status];
  const loud = look !== undefined && look.tone !== 'muted';
  return (
    <div
      className={clsx(
        'flex h-[54px] min-w-0 flex-col justify-center px-2.5 py-1.5 desk:not-last:border-b desk:not-last:border-line1 phone:text-[13px] phone:last:border-l phone:last:border-line1',
        named && 'phone:h-[66px]',
      )}
    >
      <span className={named ? 'text-caption leading-[14px] font-medium text-ink3 desk:hidden' : 'sr-only'}>
        {lane}
      </span>
      <span className={clsx('flex min-w-0 items-center gap-1.5 font-semibold', loud && TONE_TEXT[look.tone])}>
        {look && (
          <Icon
            icon={look.icon}
            size={14}
            className={clsx(TONE_TEXT[look.tone], cell.status === 'running' && 'spin')}
          />
        )}
        <span className="truncate" title={cell.value}>
          {named && <span className="mr-[5px] font-normal text-ink2 phone:hidden">{lane}</span>}
          {cell.value}
        </span>
      </span>
      <span className="truncate text-small text-ink2" title={cell.fact}>
        {cell.fact}
      </span>
    </div>
  );
}
