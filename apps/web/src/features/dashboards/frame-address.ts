import type { Shared } from './frame-messages.ts';

export interface FrameAddress {
  readonly uid: string;
  readonly shared: Shared;
  readonly theme: 'light' | 'dark';
}

/**
 * A dashboard as Oriel shows it: without Grafana's navigation, which Oriel's own replaces, and with its variables
 * (`kiosk=tv`; plain `kiosk` would hide them as well).
 */
export function framePath({ uid, shared, theme }: FrameAddress): string {
  return `/d/${uid}?${query(shared)}theme=${theme}&kiosk=tv`;
}

/** The same in Grafana itself. */
export function grafanaPath({ uid, shared, theme }: FrameAddress): string {
  return `/d/${uid}?${query(shared)}theme=${theme}`;
}

function query(shared: Shared): string {
  const params = new URLSearchParams();
  for (const [name, values] of Object.entries(shared)) for (const value of values) params.append(name, value);
  const text = params.toString();
  return text === '' ? '' : `${text}&`;
}
