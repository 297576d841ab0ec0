import { formatDuration } from '@/ui/format/duration.ts';
import type { StoreError } from './store-error.ts';

export type FailureAction = 'retry' | 'shorten' | 'edit' | 'sign-in';

export interface FailureWords {
  readonly title: string;
  /** What to do about it. */
  readonly advice: string;
  readonly actions: readonly FailureAction[];
}

/** A failure in words: what happened, and what helps. `store` is what a person calls it: "log store". */
export function describeFailure(error: StoreError, store: string): FailureWords {
  switch (error.kind) {
    case 'malformed':
      return {
        title: 'The query is malformed',
        advice: 'Correct it in the editor and run it again.',
        actions: ['edit'],
      };
    case 'beyond-reach':
      return {
        title: 'This query reaches beyond your part of the project',
        advice: 'It was not run. Change it as the sentence says, or ask an owner of the project for more.',
        actions: ['edit'],
      };
    case 'range-too-long': {
      const longest = error.longestRangeMs;
      const limit = longest === undefined ? '' : ` The longest allowed is ${formatDuration(longest)}.`;
      return { title: 'The time range is too long', advice: `Choose a shorter one.${limit}`, actions: ['shorten'] };
    }
    case 'too-much':
      return {
        title: 'A limit was reached',
        advice: 'The query asks for more than the store gives at once. Narrow it by a filter, or shorten the range.',
        actions: ['shorten', 'edit'],
      };
    case 'timed-out':
      return {
        title: 'The query took too long',
        advice: 'Narrow it by namespace or pod, or shorten the range, so that less has to be read.',
        actions: ['shorten', 'retry'],
      };
    case 'store-down':
      return {
        title: `The ${store} does not answer`,
        advice: 'Nothing is lost: agents keep what they cannot send. Try again in a moment.',
        actions: ['retry'],
      };
    case 'busy':
      return {
        title: `The ${store} is busy`,
        advice: 'Too many queries run at once. Wait a moment.',
        actions: ['retry'],
      };
    case 'signed-out':
      return {
        title: 'You are signed out',
        advice: 'Sign in again; this address keeps your query.',
        actions: ['sign-in'],
      };
    case 'not-allowed':
      return {
        title: 'There is nothing here for you',
        advice: 'The project does not exist, or you are not a member of it any more.',
        actions: ['retry'],
      };
    case 'unreachable':
      return {
        title: 'Oriel cannot be reached',
        advice: 'The connection was refused or lost. Check the network and try again.',
        actions: ['retry'],
      };
    case 'failed':
      return { title: 'The query failed', advice: 'The store answered with an error.', actions: ['retry'] };
  }
}
