'use client';
import { signIn } from 'next-auth/react';
import { useState } from 'react';
import { type Credentials, SignInForm } from './sign-in-form.tsx';

const REFUSED =
  'E-mail or password is wrong, or there were too many tries. Check both; after several tries wait a minute.';

/** Signs in and goes on to where the person wanted to be. `from` is a path of this site. */
export function SignInPage({ from }: { from: string }) {
  const [state, setState] = useState<{ pending: boolean; error?: string }>({ pending: false });

  async function submit(credentials: Credentials) {
    setState({ pending: true });
    const answer = await signIn('credentials', { ...credentials, redirect: false }).catch(() => undefined);
    if (answer?.ok) {
      // A whole load: every cached answer of the signed-out page goes.
      window.location.assign(from);
      return;
    }
    setState({
      pending: false,
      error: answer === undefined ? 'Oriel did not answer. Check your connection and try again.' : REFUSED,
    });
  }

  return (
    <SignInForm
      onSubmit={submit}
      pending={state.pending}
      {...(state.error === undefined ? {} : { error: state.error })}
    />
  );
}
