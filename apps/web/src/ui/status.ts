import {
  ArrowUp,
  Circle,
  CircleCheck,
  CircleDashed,
  CirclePause,
  CircleX,
  ClockAlert,
  History,
  Info,
  LoaderCircle,
  type LucideIcon,
  OctagonAlert,
  TriangleAlert,
  Unplug,
} from 'lucide-react';

export type Tone = 'ok' | 'warn' | 'error' | 'critical' | 'info' | 'accent' | 'muted';

/** Every state the interface can show. Each has one icon and one tone, everywhere. */
export type Status =
  | 'ok'
  | 'warn'
  | 'late'
  | 'behind'
  | 'error'
  | 'unreachable'
  | 'critical'
  | 'info'
  | 'running'
  | 'unknown'
  | 'waiting'
  | 'off'
  | 'last-known';

export const STATUS: Record<Status, { icon: LucideIcon; tone: Tone }> = {
  ok: { icon: CircleCheck, tone: 'ok' },
  warn: { icon: TriangleAlert, tone: 'warn' },
  late: { icon: ClockAlert, tone: 'warn' },
  behind: { icon: ArrowUp, tone: 'warn' },
  error: { icon: CircleX, tone: 'error' },
  unreachable: { icon: Unplug, tone: 'error' },
  critical: { icon: OctagonAlert, tone: 'critical' },
  info: { icon: Info, tone: 'info' },
  running: { icon: LoaderCircle, tone: 'accent' },
  unknown: { icon: CircleDashed, tone: 'muted' },
  waiting: { icon: Circle, tone: 'muted' },
  off: { icon: CirclePause, tone: 'muted' },
  'last-known': { icon: History, tone: 'muted' },
};

export const TONE_TEXT: Record<Tone, string> = {
  ok: 'text-ok',
  warn: 'text-warn',
  error: 'text-error',
  critical: 'text-critical',
  info: 'text-info',
  accent: 'text-accent',
  muted: 'text-ink3',
};

export const TONE_BADGE: Record<Tone, string> = {
  ok: 'text-ok bg-ok-tint border-ok-line',
  warn: 'text-warn bg-warn-tint border-warn-line',
  error: 'text-error bg-error-tint border-error-line',
  critical: 'text-critical bg-critical-tint border-critical-line',
  info: 'text-info bg-info-tint border-info-line',
  accent: 'text-accent bg-accent-tint border-accent-line',
  muted: 'text-ink2 border-line2',
};
