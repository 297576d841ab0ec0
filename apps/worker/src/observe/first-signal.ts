import { queryLogs } from '@oriel/seed-client/logs';
import { queryMetrics, type Where } from '@oriel/seed-client/metrics';

export interface FirstLine {
  readonly text: string;
  readonly at: Date;
}

/** The oldest line of a cluster since a moment, or undefined. Throws `OrielError` where the store does not answer. */
export async function firstLineSince(where: Where, cluster: string, since: Date): Promise<FirstLine | undefined> {
  const [line] = await queryLogs(where, `{cluster=${JSON.stringify(cluster)}}`, {
    start: since.getTime() / 1000,
    end: Date.now() / 1000 + 60,
    limit: 1,
    direction: 'forward',
  });
  return line === undefined ? undefined : { text: line.line, at: new Date(Number(line.at / 1_000_000n)) };
}

/** When a cluster's targets were last scraped, if that was after a moment. */
export async function firstSampleSince(where: Where, cluster: string, since: Date): Promise<Date | undefined> {
  const [newest] = await queryMetrics(where, `max(timestamp(up{cluster=${JSON.stringify(cluster)}}))`);
  if (newest === undefined || newest.value * 1000 < since.getTime()) return undefined;
  return new Date(newest.value * 1000);
}
