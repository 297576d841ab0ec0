'use client';
import type { FormEvent, ReactNode } from 'react';
import { Button } from '@/ui/button.tsx';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import { Mark } from '@/ui/mark.tsx';
import { Note } from '@/ui/note.tsx';

export type Credentials = { email: string; password: string };

type SignInFormProps = {
  onSubmit: (credentials: Credentials) => void;
  /** Why the last try failed, for people. */
  error?: string;
  pending?: boolean;
  /** Other ways to sign in, under the form. */
  children?: ReactNode;
};

/** The whole page before the shell: frame around, one pane of glass. */
export function SignInForm({ onSubmit, error, pending = false, children }: SignInFormProps) {
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const form = new FormData(event.currentTarget);
    onSubmit({ email: String(form.get('email')).trim(), password: String(form.get('password')) });
  }

  return (
    <main className="grid min-h-dvh place-items-center p-4 phone:place-items-start phone:pt-12">
      <div className="w-full max-w-[360px]">
        <p className="flex items-center gap-[9px] pb-3 pl-1 text-[15px] leading-5 font-semibold tracking-[-0.015em]">
          <Mark />
          Oriel
        </p>
        <div className="overflow-hidden rounded-glass border border-line2 bg-surface">
          <div className="px-5 pt-4 pb-3">
            <h1 className="text-title font-semibold">Sign in</h1>
            <p className="text-ink2">Logs, metrics and alerts of all your clusters.</p>
          </div>
          {error !== undefined && <Note status="error" title={error} />}
          <form onSubmit={submit} className="flex flex-col gap-3 px-5 pt-3 pb-5">
            <Field label="Email">
              {(control) => <Input {...control} name="email" type="email" autoComplete="username" required autoFocus />}
            </Field>
            <Field label="Password">
              {(control) => (
                <Input {...control} name="password" type="password" autoComplete="current-password" required />
              )}
            </Field>
            <Button type="submit" variant="primary" pending={pending} className="mt-1">
              {pending ? 'Signing in' : 'Sign in'}
            </Button>
          </form>
          {children}
        </div>
      </div>
    </main>
  );
}
