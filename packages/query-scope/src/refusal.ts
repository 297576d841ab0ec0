import { OrielError } from '@oriel/domain/errors';

const why = 'You may read a part of this project only, so every query is narrowed to that part first.';

/** The query cannot be narrowed with certainty: it goes nowhere. */
export function refuseQuery(reason: string): OrielError {
  return new OrielError('bad_input', `${why} This one was not passed on: ${reason}`, { field: 'query' });
}

/** A person without a single cluster or namespace. */
export function refuseEmptyReach(): OrielError {
  return new OrielError(
    'not_found',
    'There is no telemetry here that you may read. Ask an owner of the project for access to a cluster or namespace.',
  );
}

/** A call that no rule narrows. */
export function refuseCall(): OrielError {
  return new OrielError(
    'not_found',
    'This call cannot be narrowed to the clusters and namespaces you may read. Use queries, series or labels instead.',
  );
}

/** The store answered something that no rule filters. */
export function refuseAnswer(): OrielError {
  return new OrielError(
    'upstream_failed',
    'The store gave an answer that cannot be narrowed to the clusters and namespaces you may read. Try again later.',
  );
}
