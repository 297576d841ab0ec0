'use client';
import { useState } from 'react';
import { signIn } from '../auth-calls.ts';
import { signInWords } from '../sign-in-words.ts';
import { type Credentials, SignInForm } from './sign-in-form.tsx';

/** Signs in and goes on to where the person wanted to be. `from` is a path of this site. */
export function SignInPage({ from }: { from: string }) {
  const [state, setState] = useState<{ pending: boolean; error?: string }>({ pending: false });

  async function submit(credentials: Credentials) {
    setState({ pending: true });
    const outcome = await signIn(credentials);
    if (outcome.kind === 'signed_in') {
      // A whole load: every cached answer of the signed-out page goes.
      window.location.assign(from);
      return;
    }
    setState({ pending: false, error: signInWords(outcome) });
  }

  return (
    <SignInForm
      onSubmit={submit}
      pending={state.pending}
      {...(state.error === undefined ? {} : { error: state.error })}
    />
  );
}
