import { clsx } from 'clsx';
import { Icon } from '@/ui/icon.tsx';
import { STATUS, TONE_TEXT } from '@/ui/status.ts';
import type { PreflightResult } from '../output.ts';

/** Each check with what was found and, where it failed, the fix. */
export function PreflightChecks({ checks }: { checks: PreflightResult['checks'] }) {
  return (
    <ul className="flex flex-col gap-1.5" aria-label="Preflight checks">
      {checks.map((check) => {
        const { icon, tone } = STATUS[check.ok === null ? 'waiting' : check.ok ? 'ok' : 'error'];
        return (
          <li key={check.key} className="grid grid-cols-[14px_minmax(0,1fr)] gap-x-2">
            <Icon icon={icon} size={14} className={clsx('mt-[3px]', TONE_TEXT[tone])} />
            <div className="min-w-0">
              <span className={clsx('font-medium', check.ok === null && 'text-ink3')}>{check.title}</span>
              <span className="sr-only">{check.ok === null ? ': not tried' : check.ok ? ': passed' : ': failed'}</span>
              <p className={clsx('text-small wrap-anywhere', check.ok === false ? 'text-error' : 'text-ink3')}>
                {check.message}
              </p>
              {check.fix !== null && <p className="text-small text-ink2 wrap-anywhere">{check.fix}</p>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
