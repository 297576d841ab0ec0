import { titles, uids } from '@oriel/dashboards/uids';

/** By uid: known before Grafana says them. */
export const providedTitles: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(uids).map(([key, uid]) => [uid, titles[key as keyof typeof uids]]),
);
