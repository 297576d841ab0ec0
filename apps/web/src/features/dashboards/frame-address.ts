import type { Shared } from './frame-messages.ts';

export interface FrameAddress {
  readonly uid: string;
  readonly shared: Shared;
  readonly theme: 'light' | 'dark';
  /** Whether the page around the frame offers the variables; otherwise Grafana's own bar has to. */
  readonly bare: boolean;
}

/** A dashboard as Oriel shows it: bare, it has neither Grafana's navigation nor its variables (`kiosk`). */
export function framePath({ uid, shared, theme, bare }: FrameAddress): string {
  return `/d/${uid}?${query(shared)}theme=${theme}${bare ? '&kiosk' : ''}`;
}

/** The same in Grafana itself. */
export function grafanaPath({ uid, shared, theme }: Omit<FrameAddress, 'bare'>): string {
  return `/d/${uid}?${query(shared)}theme=${theme}`;
}

function query(shared: Shared): string {
  const params = new URLSearchParams();
  for (const [name, values] of Object.entries(shared)) for (const value of values) params.append(name, value);
  const text = params.toString();
  return text === '' ? '' : `${text}&`;
}
