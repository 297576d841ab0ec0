import { formatDuration } from '@/ui/format/duration.ts';
import type { Step } from '@/ui/steps.tsx';
import type { OperationDetail } from '../output.ts';

type Run = OperationDetail['runs'][number];

/** Steps of one attempt as the Steps component shows them; a running step counts on. */
export function toSteps(run: Run, now: number): Step[] {
  return run.steps.map((step) => {
    const running = step.state === 'running';
    const lastLine = step.log.trimEnd().split('\n').at(-1);
    const end = step.finishedAt === null ? now : Date.parse(step.finishedAt);
    const duration =
      step.startedAt === null ? undefined : formatDuration(Math.max(0, end - Date.parse(step.startedAt)));
    const log = running ? (step.message ?? lastLine) : undefined;
    return {
      id: String(step.position),
      title: step.title,
      state: step.state === 'succeeded' ? 'done' : step.state,
      ...(duration === undefined || step.state === 'skipped' ? {} : { duration }),
      ...(log ? { log } : {}),
      ...(step.state === 'failed' && step.message !== null ? { message: step.message } : {}),
    };
  });
}
