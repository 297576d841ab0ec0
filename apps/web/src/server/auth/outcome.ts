/**
 * What next-auth cannot say by itself: its answer to every failed sign-in is 401, and a failure behind
 * a look-up would sign the person out. Filled while one request is handled, read when it is answered.
 */
export interface Outcome {
  /** Too many tries. */
  retryAfterSeconds?: number;
  /** The database or something else of ours failed: nothing was decided. */
  fault?: unknown;
  /** Hash of the password that was right: a session begins only where it still is the person's. */
  passwordHash?: string;
  /** The identity provider that vouched for the session that was ended. */
  leftProvider?: string;
}
