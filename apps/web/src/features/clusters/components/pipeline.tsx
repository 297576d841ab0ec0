import { Box, Cpu, Database, DoorOpen, type LucideIcon } from 'lucide-react';
import { Fragment } from 'react';
import { Icon } from '@/ui/icon.tsx';
import { PipelineHop } from './pipeline-hop.tsx';
import { PipelineStageCell } from './pipeline-stage-cell.tsx';
import type { PipelineHops, Stage } from './pipeline-types.ts';

const ICON: Record<Stage['kind'], LucideIcon> = { pods: Box, agent: Cpu, gateway: DoorOpen, store: Database };

type PipelineProps = {
  /** One sentence: where logs and metrics flow, and where they do not. */
  label: string;
  /** Pods, agent, gateway, store. */
  stages: readonly Stage[];
  /** Between each two stages. */
  hops: readonly PipelineHops[];
};

/** Four stages, two lanes; upright where there is no room for them side by side. Put it in a Pane. */
export function Pipeline({ label, stages, hops }: PipelineProps) {
  return (
    <div className="@container">
      <fieldset className="flex min-w-0 @max-[840px]:flex-col">
        <legend className="sr-only">{label}</legend>
        {stages.map((stage, index) => {
          const hop = hops[index];
          return (
            <Fragment key={stage.kind}>
              <StageBox stage={stage} first={index === 0} />
              {hop !== undefined && index < stages.length - 1 && (
                <div className="w-[124px] shrink-0 pt-7 @max-[1080px]:w-28 @max-[840px]:grid @max-[840px]:w-auto @max-[840px]:grid-cols-2 @max-[840px]:pt-0">
                  <PipelineHop lane="Logs" hop={hop.logs} />
                  <PipelineHop lane="Metrics" hop={hop.metrics} />
                </div>
              )}
            </Fragment>
          );
        })}
      </fieldset>
    </div>
  );
}

function StageBox({ stage, first }: { stage: Stage; first: boolean }) {
  return (
    <div className="min-w-0 flex-1 basis-0 overflow-hidden rounded-control border border-line2 bg-surface @max-[840px]:grid @max-[840px]:flex-none @max-[840px]:grid-cols-2">
      <div className="flex h-7 items-center gap-1.5 border-b border-line1 bg-sunken px-2.5 text-small @max-[840px]:col-span-2">
        <Icon icon={ICON[stage.kind]} size={14} className="text-ink3" />
        <span className="font-semibold">{stage.name}</span>
        <span className="min-w-0 flex-1 truncate text-right text-ink3" title={stage.meta}>
          {stage.meta}
        </span>
      </div>
      <PipelineStageCell lane="Logs" cell={stage.logs} named={first} />
      <PipelineStageCell lane="Metrics" cell={stage.metrics} named={first} />
    </div>
  );
}
