import { formatDuration } from '@/ui/format/duration.ts';
import type { SignInOutcome } from './auth-calls.ts';

/** Why somebody is not signed in, and what to do. */
export function signInWords(outcome: Exclude<SignInOutcome, { kind: 'signed_in' }>): string {
  switch (outcome.kind) {
    case 'refused':
      return 'E-mail or password is wrong. Check both and try again.';
    case 'limited':
      return `There were too many tries. Try again in ${
        outcome.retryAfterMs === undefined ? 'a few minutes' : formatDuration(outcome.retryAfterMs)
      }.`;
    case 'no_cookie':
      return 'Your browser did not keep Oriel’s cookie. Allow cookies for this address and try again.';
    case 'unavailable':
      return 'Oriel or its database does not answer. Check your connection and try again in a moment.';
  }
}
