import type { Range } from '@/ui/time/range.ts';

/** One end of a range as Grafana's address has it: `now-1h`, or milliseconds since 1970. */
export function toGrafanaTime(end: string): string {
  if (end.startsWith('now') || /^\d+$/.test(end)) return end;
  const at = Date.parse(end);
  return Number.isNaN(at) ? end : String(at);
}

/** One end of Grafana's range as Oriel's address has it. Undefined for forms that Oriel's picker does not know. */
function fromGrafanaTime(end: string | undefined): string | undefined {
  if (end === undefined) return undefined;
  if (end === 'now' || /^now-\d{1,6}[smhdw]$/.test(end)) return end;
  const at = /^\d{10,13}$/.test(end) ? Number(end.padEnd(13, '0')) : Date.parse(end);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

/** Undefined unless both ends are known: half a range is none. */
export function fromGrafanaRange(from: string | undefined, to: string | undefined): Range | undefined {
  const [start, end] = [fromGrafanaTime(from), fromGrafanaTime(to)];
  return start === undefined || end === undefined ? undefined : { from: start, to: end };
}
