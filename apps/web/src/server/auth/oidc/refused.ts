import type { Refusal } from '@/features/sign-in/refusals.ts';

/** Ends a sign-in by a provider. `cause` is for the log; people get the words of the refusal. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal, cause?: unknown) {
    super(refusal, { cause });
    this.name = 'Refused';
    this.refusal = refusal;
  }
}
