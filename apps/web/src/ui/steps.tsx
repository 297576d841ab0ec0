import { clsx } from 'clsx';
import { RotateCcw } from 'lucide-react';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { MeterBar } from './meter.tsx';
import { STATUS, type Status, TONE_TEXT } from './status.ts';

export type Step = {
  id: string;
  title: string;
  state: 'done' | 'running' | 'waiting' | 'failed' | 'skipped';
  /** Formatted; an estimate starts with "≈". */
  duration?: string;
  /** Share done, while running. */
  progress?: number;
  /** The last log line, while running. */
  log?: string;
  /** The message for people, when failed. */
  message?: string;
};

const LOOK: Record<Step['state'], Status> = {
  done: 'ok',
  running: 'running',
  waiting: 'waiting',
  failed: 'error',
  skipped: 'off',
};
const WORD: Record<Step['state'], string> = {
  done: 'Done',
  running: 'Running',
  waiting: 'Waiting',
  failed: 'Failed',
  skipped: 'Skipped',
};

type StepsProps = {
  steps: readonly Step[];
  /** Offered at the failed step. */
  onRetry?: (id: string) => void;
  retrying?: boolean;
};

/** The steps of an operation, joined by a rail. */
export function Steps({ steps, onRetry, retrying = false }: StepsProps) {
  return (
    <ol>
      {steps.map((step) => {
        const { icon, tone } = STATUS[LOOK[step.state]];
        const idle = step.state === 'waiting' || step.state === 'skipped';
        return (
          <li
            key={step.id}
            className="relative grid grid-cols-[14px_minmax(0,1fr)_auto] items-start gap-x-2 py-0.5 before:absolute before:top-5 before:-bottom-1 before:left-[6.5px] before:w-px before:bg-line2 last:before:hidden phone:py-1"
          >
            <Icon
              icon={icon}
              size={14}
              className={clsx('mt-[3px]', TONE_TEXT[tone], step.state === 'running' && 'spin')}
            />
            <span className={clsx('wrap-anywhere', idle && 'text-ink3', step.state === 'running' && 'font-semibold')}>
              <span className="sr-only">{WORD[step.state]}: </span>
              {step.title}
            </span>
            <span className="tnum text-small leading-5 text-ink3">{step.duration}</span>
            <div className="col-span-2 col-start-2">
              {step.progress !== undefined && <MeterBar label={step.title} share={step.progress} />}
              {step.log !== undefined && <p className="mono truncate pt-1 pb-0.5 leading-4 text-ink2">{step.log}</p>}
              {step.message !== undefined && <p className="text-small text-error wrap-anywhere">{step.message}</p>}
              {step.state === 'failed' && onRetry && (
                <Button
                  size="small"
                  icon={RotateCcw}
                  pending={retrying}
                  onClick={() => onRetry(step.id)}
                  className="my-1"
                >
                  Retry from here
                </Button>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
