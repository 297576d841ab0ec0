import type { Marks } from './marks.ts';
import type { Question } from './questions.ts';

interface Answer {
  readonly status: number;
  /** With its head. */
  readonly text: string;
  readonly body: string;
}

/** Loki 3.7 says 500 for a mistake in the query. */
const storesOwn = /matching labels must be unique on one side/;
/** How the gateway refuses; the stores say `bad_data`, or plain text. */
const refusal = /"errorType":"bad_input"/;

/** Counts answers, and looks for bytes of those who were not asked. */
export class Tally {
  asked = 0;
  bytes = 0;
  /** Answers by status. */
  readonly statuses: Record<number, number> = {};
  /** Queries that the gateway passed on, and those of them that the store answered with data. */
  atStores = 0;
  withData = 0;
  /** Answers that show what the reader may read. */
  withOwn = 0;
  /** Bytes of marks from beyond the reach in the own project, and of the other one. Both must be 0. */
  outsideBytes = 0;
  foreignBytes = 0;
  readonly leaks: string[] = [];
  readonly failed: string[] = [];

  readonly #marks: Marks;
  constructor(marks: Marks) {
    this.#marks = marks;
  }

  count(question: Question, { status, text, body }: Answer): void {
    const { inside, outside, foreign } = this.#marks;
    const shown = () => `${status} ${question.path} ${JSON.stringify(question.params)}: ${text}`;
    this.asked++;
    this.bytes += text.length;
    this.statuses[status] = (this.statuses[status] ?? 0) + 1;
    if (/\/query(?:_range)?$/.test(question.path)) {
      if (!refusal.test(body)) this.atStores++;
      if (status === 200 && hasData(body)) this.withData++;
    }
    if (status >= 500 && !storesOwn.test(text)) this.failed.push(shown());
    if (text.includes(inside)) this.withOwn++;
    const [beyond, others] = [bytesOf(outside, text), bytesOf(foreign, text)];
    this.outsideBytes += beyond;
    this.foreignBytes += others;
    if (beyond + others > 0) this.leaks.push(shown());
  }
}

const bytesOf = (mark: string, text: string) => (text.split(mark).length - 1) * mark.length;

function hasData(body: string): boolean {
  const { data } = JSON.parse(body) as { data?: { result?: unknown } };
  return Array.isArray(data?.result) && data.result.length > 0;
}
