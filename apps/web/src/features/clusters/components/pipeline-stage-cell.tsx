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
        'flex h-[54px] min-w-0 flex-col justify-center px-2.5 py-1.5 @min-[840px]:not-last:border-b @min-[840px]:not-last:border-line1 @max-[840px]:text-[13px] @max-[840px]:last:border-l @max-[840px]:last:border-line1',
        named && '@max-[840px]:h-[66px]',
      )}
    >
      <span className={named ? 'text-caption leading-[14px] font-medium text-ink3 @min-[840px]:hidden' : 'sr-only'}>
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
          {named && <span className="mr-[5px] font-normal text-ink2 @max-[840px]:hidden">{lane}</span>}
          {cell.value}
        </span>
      </span>
      <span className="truncate text-small text-ink2" title={cell.fact}>
        {cell.fact}
      </span>
    </div>
  );
}
