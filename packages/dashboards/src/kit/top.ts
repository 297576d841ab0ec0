import { type Graph, graph } from './graph.ts';
import { largest, metrics } from './queries.ts';

/** More lines than this nobody tells apart; the table of the same dashboard has all of them. */
export const shown = 10;

interface Top extends Omit<Graph, 'queries'> {
  /** One series per legend, with the given modifier behind every selector: see `largest`. */
  readonly of: (at: string) => string;
  readonly legend: string;
}

/**
 * The same for what the gateway puts together from several seeds or many tenants: it can rank merged series again, but
 * not compare two aggregates of different parts. The choice is made anew at every step.
 */
export function topOfAll({ of, legend, description, ...about }: Top) {
  return graph({
    ...about,
    description: `${description} The ${shown} highest at each moment.`,
    queries: [metrics(`topk(${shown}, ${of('')})`, legend)],
  });
}

/** A graph of the largest series only, so that it reads the same with one cluster and with a hundred. */
export function top({ of, legend, description, ...about }: Top) {
  return graph({
    ...about,
    description: `${description} The ${shown} highest at the end of the range.`,
    queries: [metrics(largest(shown, of), legend)],
  });
}
