import { expect, test } from 'vitest';
import { fuzzKinds, judgeNarrowing } from './testing/fuzz.ts';

/** Row 12 of reliability.md at the parsers; `fuzz-cli.ts` runs it at full length and with other seeds. */
const queries = 2000;

test.each(fuzzKinds)("%s: no query reaches further, by the store's own parser", async (kind) => {
  const { widened, changed, crashed, ...figures } = await judgeNarrowing(kind, { queries, seed: 20261121 });
  console.log(kind, JSON.stringify(figures));
  expect({ widened, changed, crashed }).toEqual({ widened: [], changed: [], crashed: [] });
  expect(figures.narrowed).toBeGreaterThan(queries / 4);
  expect(figures.unreadable).toBeLessThan(figures.narrowed / 20);
});

test('the judge sees a query that was not narrowed, and one that was by text', async () => {
  const options = { queries: 200, seed: 1 };
  const untouched = await judgeNarrowing('promql', { ...options, narrow: (query) => [query] });
  expect(untouched.widened.length).toBeGreaterThan(50);
  const byText = await judgeNarrowing('promql', {
    ...options,
    narrow: (query) => [query.replace(/\{/g, '{cluster="a",namespace="x",')],
  });
  expect(byText.widened.length).toBeGreaterThan(20);
});
