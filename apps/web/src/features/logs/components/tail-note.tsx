'use client';
import { Button } from '@/ui/button.tsx';
import { Note } from '@/ui/note.tsx';
import { useNow } from '@/ui/use-now.ts';
import type { Tail } from '../hooks/use-tail.ts';

/** Why no new lines come: the tail was ended, or it broke off and is tried again. */
export function TailNote({ tail: { state, reopen, stop } }: { tail: Tail }) {
  if (state.kind === 'over') {
    return (
      <Note
        title="The live tail has ended"
        action={
          <Button size="small" onClick={reopen}>
            Open it again
          </Button>
        }
        onDismiss={stop}
        dismissLabel="End the live tail"
      >
        {state.message}
      </Note>
    );
  }
  if (state.kind !== 'broken') return null;
  return (
    <Note
      title="The live tail is interrupted"
      action={
        <Button size="small" onClick={reopen}>
          Try now
        </Button>
      }
    >
      {state.message} <NextTry at={state.nextTry} />
    </Note>
  );
}

/** Counts down for the eye only: read out each second it would drown everything else. */
function NextTry({ at }: { at: number }) {
  const seconds = Math.max(0, Math.ceil((at - useNow()) / 1000));
  return (
    <span aria-hidden="true" className="tnum">
      {seconds > 0 ? `Tried again in ${seconds} s.` : 'Trying again.'}
    </span>
  );
}
