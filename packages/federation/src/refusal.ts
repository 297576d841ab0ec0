import { OrielError } from '@oriel/domain/errors';

/** The query's answer could be wrong if it were put together from parts: it goes nowhere. */
export function refuseAcross(reason: string): OrielError {
  return new OrielError(
    'bad_input',
    `This reads more tenants than one request may name, so its answer is put together from parts. ${reason} Or add a matcher on the label project to every selector, such as project="shop" or project=~"shop|bank".`,
    { field: 'query' },
  );
}

/** A part answered what is not the form of its API. */
export function strangeAnswer(): OrielError {
  return new OrielError(
    'upstream_failed',
    'A store gave an answer that is not of the form of its API. Try again later.',
  );
}

/** Of a question that only some could answer, and they did not. */
export function missingAnswer(): OrielError {
  return new OrielError('unavailable', 'A part of the query was answered by no store. Try again in a minute.');
}
