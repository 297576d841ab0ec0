import { expect, it } from 'vitest';
import { csvLine } from './csv.ts';

it.each([
  [['a', 1, null, undefined, true], 'a,1,,,true\r\n'],
  [['say "hi", then\nleave'], '"say ""hi"", then\nleave"\r\n'],
  [[{ name: 'x', n: [1] }], '"{""name"":""x"",""n"":[1]}"\r\n'],
  [['=HYPERLINK("http://evil")'], '"\'=HYPERLINK(""http://evil"")"\r\n'],
  [['+1', '-1', '@SUM(1)', '\t=1', ' =1'], "'+1,'-1,'@SUM(1),'\t=1,' =1\r\n"],
  [['\r=1'], '"\'\r=1"\r\n'],
])('%j', (values, line) => {
  expect(csvLine(values)).toBe(line);
});
