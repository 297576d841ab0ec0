import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TailEnd } from './tail-end.ts';
import { TailFeed } from './tail-feed.ts';

/** As much of a browser's WebSocket as a tail uses. */
class FakeSocket {
  onopen?: () => void;
  onmessage?: (event: { data: string }) => void;
  onclose?: (event: { code: number; reason: string }) => void;
  isClosed = false;
  readonly url: string;
  constructor(url: string) {
    this.url = url;
  }
  close() {
    this.isClosed = true;
  }
  say(...texts: string[]) {
    const values = texts.map((text, index) => [`${1_700_000_000_000_000_000n + BigInt(Number(text) || index)}`, text]);
    this.onmessage?.({ data: JSON.stringify({ streams: [{ stream: { pod: 'a' }, values }] }) });
  }
}

function tailUnderTest(refusal: TailEnd = { kind: 'broken', message: 'Refused.' }) {
  const sockets: FakeSocket[] = [];
  const onReturn = vi.fn();
  const feed = new TailFeed({
    store: { socketUrl: (path, params) => `${path}?${JSON.stringify(params)}` },
    query: '{a="b"}',
    whyRefused: async () => refusal,
    onReturn,
    open: (url) => {
      const socket = new FakeSocket(url);
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
  });
  feed.start();
  return { feed, sockets, onReturn, last: () => sockets.at(-1) as FakeSocket };
}

const texts = (feed: TailFeed) => feed.snapshot().lines.map(({ text }) => text);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a live tail', () => {
  it('asks for the page’s query and shows what comes, newest first, in batches', () => {
    const { feed, last } = tailUnderTest();
    expect(last().url).toContain('{a=\\"b\\"}');
    last().onopen?.();
    expect(feed.snapshot().state).toEqual({ kind: 'open' });
    last().say('1');
    last().say('3', '2');
    expect(texts(feed)).toEqual([]);
    vi.advanceTimersByTime(250);
    expect(texts(feed)).toEqual(['3', '2', '1']);
  });

  it('holds lines back while paused, and counts them once', () => {
    const { feed, last } = tailUnderTest();
    last().onopen?.();
    last().say('1');
    vi.advanceTimersByTime(250);
    feed.pause();
    last().say('1', '2', '3');
    vi.advanceTimersByTime(250);
    expect([texts(feed), feed.snapshot().waiting]).toEqual([['1'], 2]);
    feed.resume();
    expect([texts(feed), feed.snapshot().waiting]).toEqual([['3', '2', '1'], 0]);
  });

  it('counts what the store dropped for a slow reader', () => {
    const { feed, last } = tailUnderTest();
    last().onopen?.();
    last().onmessage?.({ data: '{"streams":[],"dropped_entries":[{"timestamp":"1","labels":{}},{"timestamp":"2"}]}' });
    last().onmessage?.({ data: 'no JSON' });
    vi.advanceTimersByTime(250);
    expect(feed.snapshot().dropped).toBe(2);
  });

  it('keeps a bounded number of lines', () => {
    const { feed, last } = tailUnderTest();
    last().onopen?.();
    last().say(...Array.from({ length: 10_500 }, (_, index) => String(index + 1)));
    vi.advanceTimersByTime(250);
    expect(texts(feed)).toHaveLength(10_000);
    expect(texts(feed)[0]).toBe('10500');
  });
});

describe('a tail that ends', () => {
  it('for want of a right says so, and stays closed until asked', () => {
    const { feed, sockets, last, onReturn } = tailUnderTest();
    last().onopen?.();
    last().onclose?.({ code: 4403, reason: 'What you may read here has changed.' });
    expect(feed.snapshot().state).toEqual({ kind: 'over', message: 'What you may read here has changed.' });
    vi.advanceTimersByTime(120_000);
    expect(sockets).toHaveLength(1);
    feed.start();
    last().onopen?.();
    expect(onReturn).toHaveBeenCalledOnce();
  });

  it('by itself comes back, later each time, and has the list read again once it is back', () => {
    const { feed, sockets, last, onReturn } = tailUnderTest();
    last().onopen?.();
    last().onclose?.({ code: 1013, reason: 'Oriel cannot check who you are.' });
    expect(feed.snapshot().state).toMatchObject({ kind: 'broken', message: 'Oriel cannot check who you are.' });
    vi.advanceTimersByTime(1_000);
    expect(sockets).toHaveLength(2);
    expect(onReturn).not.toHaveBeenCalled();
    last().onopen?.();
    expect([feed.snapshot().state.kind, onReturn.mock.calls.length]).toEqual(['open', 1]);
  });

  it('before it opened asks why, and believes the answer', async () => {
    const { feed, sockets, last } = tailUnderTest({ kind: 'over', message: 'There is no such project.' });
    last().onclose?.({ code: 1006, reason: '' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(feed.snapshot().state).toEqual({ kind: 'over', message: 'There is no such project.' });
    expect(sockets).toHaveLength(1);
  });

  it('because nobody looks any more is not opened again', async () => {
    const { feed, sockets, last } = tailUnderTest();
    feed.stop();
    expect(last().isClosed).toBe(true);
    last().onclose?.({ code: 1005, reason: '' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sockets).toHaveLength(1);
  });
});
