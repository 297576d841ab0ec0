import type { ClusterDetail } from '../output.ts';

export type TakeOver = {
  /** What the worker said of the conflict, as it said it. */
  message: string;
  /** "DaemonSet oriel-agent/oriel-agent-logs", where the sentence names it. */
  object: string | undefined;
  /** Named fields of it, and who manages each; empty where whole objects stand in the way. */
  fields: { field: string; manager: string }[];
  /** Further fields that the sentence only counts. */
  more: number;
};

const OFFER = /choose to take (?:these fields )?over/;
const FIELDS =
  /could not \w+ (.+?), because others own fields of it: (.+?)(?: and (\d+) more)?\. Nothing was overwritten/;
const FIELD = /(?:^|, )(.+?) \(set by ([^)]+)\)/g;

/** What applying again could take over from others; undefined where the conditions name no such conflict. */
export function takeOverOf(conditions: ClusterDetail['conditions']): TakeOver | undefined {
  const message = conditions.find(({ type, status }) => type === 'InSync' && status === 'False')?.message ?? '';
  if (!OFFER.test(message)) return undefined;
  const [, object, list = '', more = '0'] = FIELDS.exec(message) ?? [];
  const fields = [...list.matchAll(FIELD)].map(([, field = '', manager = '']) => ({ field, manager }));
  return { message, object, fields, more: Number(more) };
}
