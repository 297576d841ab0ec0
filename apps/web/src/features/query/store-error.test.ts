import { describe, expect, it } from 'vitest';
import { readFailure, toStoreError } from './store-error.ts';

const json = (errorType: string, error: string) => JSON.stringify({ status: 'error', errorType, error });

describe('telling failures apart', () => {
  it.each([
    [400, 'parse error at line 1, col 14: syntax error: unexpected IDENTIFIER', 'malformed'],
    [400, json('bad_data', 'invalid parameter "query": 1:5: parse error: unexpected <by>'), 'malformed'],
    [400, 'the query time range exceeds the limit (query length: 87600h0m0s, limit: 30d1h)', 'range-too-long'],
    [
      422,
      json('execution', 'the total query time range exceeds the limit (query length: 8760h0m0s, limit: 720h0m0s)'),
      'range-too-long',
    ],
    [
      400,
      json(
        'bad_input',
        'The time range exceeds the limit of the log store (query length: 87600h, limit: 721h). Choose a shorter one.',
      ),
      'range-too-long',
    ],
    [
      400,
      json('bad_input', 'You may read a part of this project only, so every query is narrowed first. Not this one.'),
      'beyond-reach',
    ],
    [400, 'maximum of series (500) reached for a single query', 'too-much'],
    [400, 'max entries limit per query exceeded, limit > max_entries_limit_per_query (9000 > 5000)', 'too-much'],
    [400, json('bad_data', 'exceeded maximum resolution of 11,000 points per timeseries'), 'too-much'],
    [
      400,
      'the query would read too many bytes (query: 2TB, limit: 1TB); consider adding more specific stream selectors',
      'too-much',
    ],
    [504, json('timed_out', 'Loki did not answer within 60 s.'), 'timed-out'],
    [503, json('timeout', 'query timed out in expression evaluation'), 'timed-out'],
    [500, 'context deadline exceeded', 'timed-out'],
    [503, json('unavailable', 'The store of seed local does not answer.'), 'store-down'],
    [502, '', 'store-down'],
    [429, 'too many outstanding requests', 'busy'],
    [401, json('unauthenticated', 'Sign in.'), 'signed-out'],
    [404, json('not_found', 'There is no such project.'), 'not-allowed'],
    [500, 'panic', 'failed'],
  ])('%i %s', (status, body, kind) => {
    expect(readFailure(status, body, 'r1').kind).toBe(kind);
  });

  it('keeps the words and the request', () => {
    const failure = readFailure(400, json('bad_data', 'no such thing'), 'r1');
    expect([failure.message, failure.requestId]).toEqual(['no such thing', 'r1']);
    expect(readFailure(500, '', undefined).message).toBe('The store answered 500.');
  });

  it('finds the place in a query', () => {
    expect(readFailure(400, 'parse error at line 2, col 14: x', undefined).position).toEqual({ line: 2, column: 14 });
    expect(readFailure(400, 'invalid parameter "query": 1:5: parse error: x', undefined).position).toEqual({
      line: 1,
      column: 5,
    });
  });

  it('finds the longest range', () => {
    const hour = 3_600_000;
    expect(
      readFailure(400, 'time range exceeds the limit (query length: 1h, limit: 30d1h)', undefined).longestRangeMs,
    ).toBe(721 * hour);
  });

  it('takes a broken connection for unreachable', () => {
    expect(toStoreError(new TypeError('Failed to fetch')).kind).toBe('unreachable');
  });
});
