'use client';
import { useState } from 'react';
import { signIn } from '../auth-calls.ts';
import { startAtProvider } from '../provider-calls.ts';
import { refusalWords } from '../refusal-words.ts';
import { signInWords } from '../sign-in-words.ts';
import { ProviderButtons, type ProviderChoice } from './provider-buttons.tsx';
import { type Credentials, SignInForm } from './sign-in-form.tsx';

type SignInPageProps = {
  /** A path of this site. */
  from: string;
  providers: readonly ProviderChoice[];
  /** Why the person is here again, coming from a provider. */
  refusal?: string;
};

/** `pending`: the form, or a provider by its id. */
type State = { pending?: true | string; error?: string };

/** Signs in and goes on to where the person wanted to be. */
export function SignInPage({ from, providers, refusal }: SignInPageProps) {
  const [state, setState] = useState<State>(refusal === undefined ? {} : { error: refusal });

  async function submit(credentials: Credentials) {
    setState({ pending: true });
    const outcome = await signIn(credentials);
    if (outcome.kind === 'signed_in') {
      // A whole load: every cached answer of the signed-out page goes.
      window.location.assign(from);
      return;
    }
    setState({ error: signInWords(outcome) });
  }

  async function choose({ id, name }: ProviderChoice) {
    setState({ pending: id });
    const start = await startAtProvider('signin', id, from);
    if (start.kind === 'go') window.location.assign(start.url);
    else setState({ error: refusalWords(start.refusal, { name }) });
  }

  return (
    <SignInForm
      onSubmit={submit}
      pending={state.pending === true}
      {...(state.error === undefined ? {} : { error: state.error })}
    >
      {providers.length > 0 && (
        <ProviderButtons
          providers={providers}
          onChoose={choose}
          pending={typeof state.pending === 'string' ? state.pending : undefined}
        />
      )}
    </SignInForm>
  );
}
