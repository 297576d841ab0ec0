import type { Reach } from '@oriel/domain/reach';
import { type AnswerFilter, callOf, type Store } from './calls.ts';
import { isLogQuery, logql } from './logql.ts';
import { printSelector } from './matcher.ts';
import { narrowPrepared } from './narrow.ts';
import { matchersToAdd, type Parts, prepareParts, prepareReach } from './prepared-reach.ts';
import { promql } from './promql.ts';
import { refuseCall, refuseQuery } from './refusal.ts';
import { assertSelector, type Language, selectorsOf } from './syntax-tree.ts';

export interface RequestToNarrow {
  readonly store: Store;
  /** The store's own path, without query string. */
  readonly path: string;
  /** Address and form together, repeated keys kept. */
  readonly params: URLSearchParams;
}

export interface NarrowedRequest {
  /** All that may be passed on: what the call does not need is left out. */
  readonly params: URLSearchParams;
  /** The answer must go through this filter of filter-answer.ts before anybody sees it. */
  readonly filter: AnswerFilter | undefined;
}

/** @throws OrielError `not_found` for a call that cannot be narrowed, `bad_input` for a query that cannot be. */
export function narrowRequest(request: RequestToNarrow, reach: Reach): NarrowedRequest {
  const prepared = prepareReach(reach);
  if (prepared === 'all') return { params: request.params, filter: undefined };
  const { store, path, params } = request;
  const call = callOf(store, path);
  if (call === undefined) throw refuseCall();
  const narrowed = new URLSearchParams();
  for (const name of call.keeps) {
    const mayRepeat = name.endsWith('[]') || call.repeats?.includes(name);
    for (const value of mayRepeat ? params.getAll(name) : single(params, name)) narrowed.append(name, value);
  }
  const language = store === 'metrics' ? promql : logql;
  if (call.carrier === 'match') {
    for (const selector of matchesFor(language, params, prepared)) narrowed.append('match[]', selector);
  } else if (call.carrier !== 'none') {
    const [query] = single(params, 'query');
    if (query && call.carrier !== 'query') assertLines(query);
    if (query && call.copiedLabel !== undefined) assertCopiable(query, call.copiedLabel);
    if (query !== undefined && query !== '') narrowed.set('query', narrowPrepared(language, query, prepared));
    else if (call.carrier === 'stream') narrowed.set('query', printSelector(matchersToAdd(prepared, [])));
    else throw refuseQuery('the parameter "query" is missing; add it.');
  }
  return { params: narrowed, filter: call.filter };
}

/** Stores differ in which of two they take. */
function single(params: URLSearchParams, name: string): readonly string[] {
  const values = params.getAll(name);
  if (values.length > 1) throw refuseQuery(`the parameter "${name}" stands there twice; give it once.`);
  return values;
}

/**
 * Loki 3.7 takes a number and `vector(5)` for a selection without a matcher where lines are to be read: of every stream
 * there is. A sum of one of them and a narrowed selector is read the same way.
 */
function assertLines(query: string): void {
  if (isLogQuery(query)) return;
  throw refuseQuery('lines are read here; give a selector such as {namespace="shop"}, with filters if need be.');
}

function assertCopiable(query: string, label: string): void {
  const values = selectorsOf(logql, query).flatMap((own) => own.filter(({ name }) => name === label));
  if (values.every(({ value }) => /^[\w.:/|*+-]*$/.test(value))) return;
  throw refuseQuery(
    `here the value of "${label}" may hold letters, digits and . : / | * + - _ only; use a plainer one.`,
  );
}

/** What several `match[]` find is added up, so each part of the reach can have one of its own. */
function matchesFor(language: Language, params: URLSearchParams, reach: Parts): readonly string[] {
  const given = [...params.getAll('match'), ...params.getAll('match[]')];
  const parts = reach.parts.map((part) => prepareParts([part]));
  const selectors =
    given.length === 0
      ? parts.map((part) => printSelector(matchersToAdd(part, [])))
      : given.flatMap((text) => {
          assertSelector(language, text);
          return parts.map((part) => narrowPrepared(language, text, part));
        });
  return [...new Set(selectors)];
}
