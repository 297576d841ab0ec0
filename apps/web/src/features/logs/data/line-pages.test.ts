import { describe, expect, it } from 'vitest';
import {
  type Cursor,
  firstCursor,
  type LinePage,
  MOST_LINES_PER_ANSWER,
  readPage,
  type StreamResult,
} from './line-pages.ts';
import { type LogLine, lineId, nanosecondOfId } from './log-line.ts';
import { addNanoseconds, compareNanoseconds, fromMilliseconds, toMilliseconds } from './nanoseconds.ts';

type Entry = { at: string; text: string; pod: string };
const START = 1_760_000_000_000_000_000n;

/** A store that answers as Loki does: newest first, an arbitrary choice among equal nanoseconds. */
function answer(entries: readonly Entry[], cursor: Cursor, seed: number): StreamResult {
  const found = entries
    .filter((entry) => compareNanoseconds(entry.at, cursor.end) < 0)
    .map((entry, index) => ({ entry, order: (index * 7919 + seed * 104_729) % 1009 }))
    .sort((a, b) => compareNanoseconds(b.entry.at, a.entry.at) || a.order - b.order)
    .slice(0, cursor.limit)
    .map(({ entry }) => entry);
  const pods = [...new Set(found.map((entry) => entry.pod))];
  return pods.map((pod) => ({
    stream: { pod, level: 'info', node: 'n1' },
    values: found.filter((entry) => entry.pod === pod).map((entry) => [entry.at, entry.text] as const),
  }));
}

function readAll(entries: readonly Entry[]): { pages: LinePage[]; lines: LogLine[] } {
  const pages: LinePage[] = [];
  let cursor: Cursor | undefined = firstCursor('1860000000000000000');
  for (let round = 0; cursor !== undefined && round < 200; round += 1) {
    const page: LinePage = readPage(answer(entries, cursor, round), cursor);
    pages.push(page);
    cursor = page.next;
  }
  return { pages, lines: pages.flatMap((page) => page.lines) };
}

const texts = (lines: readonly { text: string }[]) => lines.map((line) => line.text).sort();

describe('paging back in time', () => {
  it('neither loses nor doubles lines of one nanosecond', () => {
    // 40 lines per nanosecond, so every page ends inside one.
    const entries = Array.from({ length: 5030 }, (_, index) => ({
      at: String(START + BigInt(Math.floor(index / 40))),
      text: `line ${index}`,
      pod: `pod-${index % 3}`,
    }));
    const { lines, pages } = readAll(entries);
    expect(lines).toHaveLength(entries.length);
    expect(texts(lines)).toEqual(texts(entries));
    expect(pages.length).toBeLessThan(8);
    const order = lines.map((line) => line.at);
    expect(order).toEqual([...order].sort((a, b) => compareNanoseconds(b, a)));
  });

  it('gets past a nanosecond that fills more than a page', () => {
    const entries = Array.from({ length: 3200 }, (_, index) => ({
      at: String(START + (index < 2600 ? 5n : 0n)),
      text: `line ${index}`,
      pod: 'p',
    }));
    expect(texts(readAll(entries).lines)).toEqual(texts(entries));
  });

  it('says where a nanosecond holds more than one answer can', () => {
    const entries = Array.from({ length: MOST_LINES_PER_ANSWER + 1500 }, (_, index) => ({
      at: String(START + (index < MOST_LINES_PER_ANSWER + 1000 ? 5n : 0n)),
      text: `line ${index}`,
      pod: 'p',
    }));
    const { pages, lines } = readAll(entries);
    expect(pages.map((page) => page.cutAt).filter(Boolean)).toEqual([String(START + 5n)]);
    expect(lines.filter((line) => line.at === String(START))).toHaveLength(500);
    expect(new Set(texts(lines)).size).toBe(lines.length);
  });

  it('ends at a page that is not full', () => {
    expect(readPage([], firstCursor('100'))).toEqual({ lines: [], next: undefined });
  });
});

describe('lines', () => {
  const read = (result: StreamResult) => readPage(result, firstCursor('1860000000000000000')).lines;

  it('keeps the platform labels on the stream and the rest on the line', () => {
    const [line] = read([{ stream: { pod: 'p', level: 'WARNING', node: 'n', order: '7' }, values: [['1', 'x']] }]);
    expect(line?.stream.labels).toEqual({ pod: 'p', level: 'WARNING' });
    expect(line?.stream.level).toBe('warn');
    expect(line?.extra).toEqual({ node: 'n', order: '7' });
  });

  it('reads categorized labels', () => {
    const categories = { structuredMetadata: { node: 'n' }, parsed: { order: '7' } };
    const [line] = read([{ stream: { pod: 'p' }, values: [['1', 'x', categories]] }]);
    expect(line?.extra).toEqual({ node: 'n', order: '7' });
  });

  it('shares one stream object', () => {
    const [a, b] = read([
      { stream: { pod: 'p', order: '1' }, values: [['2', 'x']] },
      { stream: { order: '2', pod: 'p' }, values: [['1', 'y']] },
    ]);
    expect(a?.stream).toBe(b?.stream);
  });

  it('names a line by its nanosecond and content', () => {
    const [a, b] = read([
      {
        stream: { pod: 'p' },
        values: [
          [String(START), 'x'],
          [String(START), 'y'],
        ],
      },
    ]);
    const ids = [lineId(a as LogLine), lineId(b as LogLine)];
    expect(ids[0]).not.toBe(ids[1]);
    expect(ids.map(nanosecondOfId)).toEqual([String(START), String(START)]);
    expect(nanosecondOfId('javascript:1')).toBeUndefined();
  });
});

it('keeps every digit of a nanosecond', () => {
  expect(fromMilliseconds(1_760_000_000_123)).toBe('1760000000123000000');
  expect(toMilliseconds('1760000000123999999')).toBe(1_760_000_000_123);
  expect(addNanoseconds('1760000000123999999', 1n)).toBe('1760000000124000000');
});
