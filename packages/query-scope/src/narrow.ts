import type { Reach } from '@oriel/domain/reach';
import type { Matcher } from './matcher.ts';
import { implies, matchersToAdd, type Parts, type PreparedReach, prepareReach } from './prepared-reach.ts';
import { refuseQuery } from './refusal.ts';
import { type Language, reprint, selectorsOf } from './syntax-tree.ts';

/** The longest takes a fifth of a second, in which the process does nothing else. */
const maxQuery = 32_768;

/** A query in either language, as narrow as the reach; untouched where that is everything. */
export function narrowQuery(language: Language, query: string, reach: Reach): string {
  return narrowPrepared(language, query, prepareReach(reach));
}

export function narrowPrepared(language: Language, query: string, reach: PreparedReach): string {
  if (reach === 'all') return query;
  if (query.length > maxQuery) throw refuseQuery(`it is longer than ${maxQuery} characters; split it.`);
  const narrowed = reprint(language, query, (own) => [...own, ...matchersToAdd(reach, own)]);
  assertNarrowed(language, narrowed, reach);
  return narrowed;
}

/** The result is read again: it must come out as it went in, and no selector may reach further. */
function assertNarrowed(language: Language, narrowed: string, reach: Parts): void {
  const again = reprint(language, narrowed, (own: readonly Matcher[]) => {
    if (!implies(reach, own)) throw refuseUncertain();
    return own;
  });
  if (again !== narrowed) throw refuseUncertain();
}

function refuseUncertain() {
  return refuseQuery('narrowing it did not come out for certain; write it more simply.');
}

/** Whether every selector of the query, and at least one, reads within the reach by its own matchers. */
export function isQueryWithin(language: Language, query: string, reach: PreparedReach): boolean {
  const selectors = selectorsOf(language, query);
  return selectors.length > 0 && selectors.every((own) => implies(reach, own));
}
