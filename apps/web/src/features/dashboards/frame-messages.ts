import { z } from 'zod';

// What a dashboard in a frame and the page around it tell each other. The other half is the gateway's
// `grafana/frame-script.ts`, which stands in every page of Grafana's.

const messageFromFrame = z.object({
  from: z.literal('oriel-grafana'),
  /** `/d/<uid>/<slug>` and the query of the dashboard that is shown now. */
  path: z.string(),
  search: z.string(),
  title: z.string(),
});
export type FrameMessage = z.infer<typeof messageFromFrame>;

/** Undefined for what somebody else said. */
export function frameMessage(data: unknown): FrameMessage | undefined {
  return messageFromFrame.safeParse(data).data;
}

/** Names and values that the page and the frame share: the range and the dashboard's variables. */
export type Shared = Readonly<Record<string, readonly string[]>>;

/** Of a query, in the order of names, so that two of the same content are the same text. */
export function sharedOf(search: URLSearchParams): Shared {
  const names = [...new Set(search.keys())].filter(isShared).sort();
  return Object.fromEntries(names.map((name) => [name, search.getAll(name)]));
}

function isShared(name: string): boolean {
  return name === 'from' || name === 'to' || name.startsWith('var-');
}

export function isSame(one: Shared, other: Shared): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The uid in a dashboard's path; undefined on Grafana's other pages. */
export function uidOf(path: string): string | undefined {
  return /^\/d\/([A-Za-z0-9_-]{1,64})(?:\/|$)/.exec(path)?.[1];
}
