import { expect, it } from 'vitest';
import { readQuery } from './read-query.ts';
import { summarizeQuery } from './summarize-query.ts';

it.each([
  [
    '{namespace="checkout", container=~"api|web|job", level!="debug"} |= "pay" | json',
    'checkout, 3 containers, no debug',
    '|= "pay" | json',
  ],
  ['{cluster=~".+"}', 'every stream', ''],
  ['{cluster=~"prod-.+", pod!~"x.*", level!=""}', 'cluster prod-.+, pod not x.*, no empty level', ''],
])('%s', (text, selector, pipeline) => {
  const read = readQuery(text);
  expect('query' in read && summarizeQuery(read.query)).toEqual({ selector, pipeline });
});
