import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { ensurePart } from '@oriel/testbed/parts/ensure';
import type { Matcher } from '../matcher.ts';

export interface Asked {
  readonly kind: 'promql' | 'promql-selector' | 'logql' | 'logql-selector';
  readonly query: string;
}

/** What the store's own parser says of a query. */
export interface Verdict {
  readonly error?: string;
  readonly selectors: readonly { readonly matchers: readonly Matcher[]; readonly passes: readonly number[] }[];
  readonly calls?: readonly string[];
  /** The query as that parser prints it, its selectors emptied. */
  readonly shape?: string;
}

/** Judges all queries in one run of the part query-judge, in order. */
export async function judge(
  universe: readonly (readonly [cluster: string, namespace: string])[],
  asked: readonly Asked[],
): Promise<readonly Verdict[]> {
  const child = spawn(await ensurePart('query-judge'), [], { stdio: ['pipe', 'pipe', 'inherit'] });
  const closed = once(child, 'close');
  const answers = (async () => {
    const verdicts: Verdict[] = [];
    for await (const line of createInterface({ input: child.stdout })) verdicts.push(JSON.parse(line));
    return verdicts;
  })();
  for (const line of [{ universe }, ...asked]) {
    if (!child.stdin.write(`${JSON.stringify(line)}\n`)) await once(child.stdin, 'drain');
  }
  child.stdin.end();
  const [code] = await closed;
  const verdicts = await answers;
  if (code !== 0 || verdicts.length !== asked.length) {
    throw new Error(`query-judge ended with ${code} after ${verdicts.length} of ${asked.length} queries.`);
  }
  return verdicts;
}
