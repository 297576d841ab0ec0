import { ArrowUp, Boxes, CircleCheck, ClockAlert, LoaderCircle, Unplug } from 'lucide-react';
import type { CountCell } from '@/ui/counts-strip.tsx';
import type { FleetFilter } from '../choices.ts';

/** Cells overlap in meaning: a cluster may be stale and changing. A count of 0 is calm ink. */
export function fleetCells(counts: Partial<Record<FleetFilter, number>> | undefined): CountCell<FleetFilter>[] {
  const tone = (id: FleetFilter, alarm: 'warn' | 'error' | 'accent') => ((counts?.[id] ?? 0) > 0 ? alarm : 'muted');
  return [
    { id: 'all', label: 'All clusters', count: counts?.all, icon: Boxes },
    { id: 'healthy', label: 'Healthy', count: counts?.healthy, icon: CircleCheck, calm: true },
    {
      id: 'unreachable',
      label: 'Unreachable',
      count: counts?.unreachable,
      icon: Unplug,
      tone: tone('unreachable', 'error'),
    },
    {
      id: 'metrics_stale',
      label: 'Metrics stale',
      count: counts?.metrics_stale,
      icon: ClockAlert,
      tone: tone('metrics_stale', 'warn'),
    },
    {
      id: 'logs_stale',
      label: 'Logs stale',
      count: counts?.logs_stale,
      icon: ClockAlert,
      tone: tone('logs_stale', 'warn'),
    },
    {
      id: 'agent_behind',
      label: 'Agent behind',
      count: counts?.agent_behind,
      icon: ArrowUp,
      tone: tone('agent_behind', 'warn'),
    },
    {
      id: 'changing',
      label: 'Changing',
      count: counts?.changing,
      icon: LoaderCircle,
      tone: tone('changing', 'accent'),
      turning: (counts?.changing ?? 0) > 0,
    },
  ];
}
