'use client';
import { clsx } from 'clsx';
import { formatAge } from '@/ui/format/duration.ts';
import { Icon } from '@/ui/icon.tsx';
import { STATUS, type Status, TONE_TEXT } from '@/ui/status.ts';
import type { ClusterDetail } from '../output.ts';

const TITLES: Record<string, string> = {
  Reachable: 'API server reachable',
  InSync: 'Objects as desired',
  AgentsReady: 'Agents ready',
  LogsFresh: 'Logs fresh',
  MetricsFresh: 'Metrics fresh',
  DashboardsRead: 'Dashboards from ConfigMaps',
};
const ORDER = Object.keys(TITLES);
const LOOK: Record<'True' | 'False' | 'Unknown', Status> = { True: 'ok', False: 'error', Unknown: 'unknown' };

/** Every condition with its reason, since when, and when it was last looked at. */
export function ConditionList({ conditions, now }: { conditions: ClusterDetail['conditions']; now: number }) {
  if (conditions.length === 0)
    return <p className="text-ink3">Nothing has been looked at yet; the first check runs within seconds.</p>;
  const sorted = conditions.toSorted((a, b) => ORDER.indexOf(a.type) - ORDER.indexOf(b.type));
  return (
    <ul className="flex flex-col gap-1.5">
      {sorted.map((condition) => {
        const { icon, tone } = STATUS[LOOK[condition.status]];
        return (
          <li key={condition.type} className="grid grid-cols-[14px_minmax(0,1fr)_auto] gap-x-2">
            <Icon icon={icon} size={14} className={clsx('mt-[3px]', TONE_TEXT[tone])} />
            <div className="min-w-0 wrap-anywhere">
              <span className="font-medium">{TITLES[condition.type] ?? condition.type}</span>{' '}
              <span className="mono text-small text-ink3">{condition.reason}</span>
            </div>
            <span className="tnum text-small whitespace-nowrap text-ink3">
              {formatAge(new Date(condition.observedAt), now)}
            </span>
            <p
              className={clsx(
                'col-span-2 col-start-2 text-small wrap-anywhere',
                condition.status === 'False' ? 'text-error' : 'text-ink3',
              )}
            >
              {condition.message}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
