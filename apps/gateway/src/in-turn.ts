import type { OrielError } from '@oriel/domain/errors';
import type { Answer } from './asked.ts';
import type { Asker, FairShare } from './fair-share.ts';

export interface Turn {
  readonly response: Answer;
  readonly asker: Asker;
  readonly start: () => void;
  readonly fail: (cause: unknown) => void;
}

/** Starts when it is this asker's turn, and holds the place from there until the answer is through. */
export function inTurn(share: FairShare, { response, asker, start, fail }: Turn): void {
  if (response.destroyed) return;
  let started = false;
  const startNow = () => {
    started = true;
    try {
      start();
    } catch (cause) {
      fail(cause);
    }
  };
  const withdraw = share.enter(asker, startNow, (error: OrielError) => fail(error));
  response.on('close', () => (started ? share.leave(asker) : withdraw()));
}
