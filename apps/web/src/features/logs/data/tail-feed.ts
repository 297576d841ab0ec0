import type { StoreClient } from '@/features/query/store-client.ts';
import { type LogLine, StreamTable } from './log-line.ts';
import { mergeLines } from './merge-lines.ts';
import { addNanoseconds, fromMilliseconds } from './nanoseconds.ts';
import { pauseBefore, readTailEnd, type TailEnd } from './tail-end.ts';
import { readTailMessage } from './tail-message.ts';
import type { WhyRefused } from './why-refused.ts';

/** The newest lines, all that a tail keeps. */
export const MOST_TAILED = 10_000;
/** Lines arrive late and out of order: as far back a tail looks when it opens. What is there already is not shown twice. */
const OVERLAP_MS = 30_000;
const MOST_AT_OPENING = 5_000;
/** Faster than this nobody reads, and each time the list is drawn anew. */
const SHOWN_EVERY_MS = 250;
const PROVEN_AFTER_MS = 10_000;

export type TailState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'open' }
  /** `nextTry`: milliseconds since the epoch. */
  | (Extract<TailEnd, { kind: 'broken' }> & { readonly nextTry: number })
  | Extract<TailEnd, { kind: 'over' }>;

export interface TailSnapshot {
  readonly state: TailState;
  /** Newest first. */
  readonly lines: readonly LogLine[];
  readonly paused: boolean;
  /** Lines that came while paused, not in `lines`. */
  readonly waiting: number;
  readonly dropped: number;
}

export type TailFeedOptions = {
  readonly store: Pick<StoreClient, 'socketUrl'>;
  readonly query: string;
  /** A browser does not say why it was refused a WebSocket: this finds out. */
  readonly whyRefused: WhyRefused;
  /** The tail is back after it had broken: what was said meanwhile is to be read from the store. */
  readonly onReturn: () => void;
  readonly open?: (url: string) => WebSocket;
};

/** A live tail of one query: comes back by itself, holds lines back while paused, and shows them in batches. */
export class TailFeed {
  readonly #options: TailFeedOptions;
  readonly #streams = new StreamTable();
  readonly #listeners = new Set<() => void>();
  #snapshot: TailSnapshot = {
    state: { kind: 'connecting' },
    lines: [],
    paused: false,
    waiting: 0,
    dropped: 0,
  };
  #held: readonly LogLine[] = [];
  #dropped = 0;
  #failures = 0;
  #hasEnded = false;
  #socket: WebSocket | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #flush: ReturnType<typeof setTimeout> | undefined;

  constructor(options: TailFeedOptions) {
    this.#options = options;
  }

  readonly snapshot = (): TailSnapshot => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Opens it, or tries again at once. */
  readonly start = (): void => {
    this.stop();
    const { store, query, open = (url: string) => new WebSocket(url) } = this.#options;
    const start = addNanoseconds(fromMilliseconds(Date.now() - OVERLAP_MS), 1n);
    const socket = open(store.socketUrl('tail', { query, start, limit: MOST_AT_OPENING }));
    this.#socket = socket;
    let openedAt: number | undefined;
    this.#set({ state: { kind: 'connecting' } });
    socket.onopen = () => {
      openedAt = Date.now();
      if (this.#hasEnded) this.#options.onReturn();
      this.#hasEnded = false;
      this.#set({ state: { kind: 'open' } });
    };
    socket.onmessage = ({ data }) => this.#take(String(data));
    socket.onclose = ({ code, reason }) => {
      if (this.#socket !== socket) return;
      if (openedAt !== undefined && Date.now() - openedAt > PROVEN_AFTER_MS) this.#failures = 0;
      if (openedAt !== undefined) this.#end(readTailEnd(code, reason));
      else void this.#options.whyRefused().then((end) => this.#socket === socket && this.#end(end));
    };
  };

  readonly stop = (): void => {
    clearTimeout(this.#retry);
    clearTimeout(this.#flush);
    this.#flush = undefined;
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close();
  };

  readonly pause = (): void => {
    if (!this.#snapshot.paused) this.#set({ paused: true });
  };

  readonly resume = (): void => {
    this.#set({ paused: false });
    this.#show();
  };

  #take(text: string): void {
    const { lines, dropped } = readTailMessage(text, this.#streams);
    this.#held = mergeLines(lines, this.#held).slice(0, MOST_TAILED);
    this.#dropped += dropped;
    this.#flush ??= setTimeout(() => this.#show(), SHOWN_EVERY_MS);
  }

  #show(): void {
    clearTimeout(this.#flush);
    this.#flush = undefined;
    const { lines: shown, paused } = this.#snapshot;
    const all = mergeLines(this.#held, shown);
    if (paused) {
      this.#set({ dropped: this.#dropped, waiting: all.length - shown.length });
    } else {
      this.#held = [];
      this.#set({ dropped: this.#dropped, waiting: 0, lines: all.slice(0, MOST_TAILED) });
    }
  }

  #end(end: TailEnd): void {
    this.#socket = undefined;
    this.#hasEnded = true;
    if (end.kind === 'over') {
      this.#set({ state: end });
    } else {
      this.#failures += 1;
      const pause = pauseBefore(this.#failures);
      this.#retry = setTimeout(this.start, pause);
      this.#set({ state: { ...end, nextTry: Date.now() + pause } });
    }
  }

  #set(change: Partial<TailSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of this.#listeners) listener();
  }
}
