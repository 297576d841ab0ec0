'use client';
import { zodResolver } from '@hookform/resolvers/zod';
import { password } from '@oriel/domain/names';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { useTRPC } from '@/trpc.tsx';
import { Button } from '@/ui/button.tsx';
import { failureOf } from '@/ui/failure.ts';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import { Mark } from '@/ui/mark.tsx';

const form = z
  .object({ password, again: z.string() })
  .refine((values) => values.password === values.again, { path: ['again'], message: 'The two passwords differ.' });

/** Sets the first password of an invited person and signs them in. The link works once. */
export function WelcomeForm({ token, email, name }: { token: string; email: string; name: string }) {
  const trpc = useTRPC();
  const { register, handleSubmit, setError, formState } = useForm<z.input<typeof form>>({
    resolver: zodResolver(form),
    defaultValues: { password: '', again: '' },
  });
  const accept = useMutation(
    trpc.welcome.accept.mutationOptions({
      // A whole load: the cookie is new.
      onSuccess: () => window.location.assign('/'),
      onError: (error) =>
        setError('password', { message: failureOf(error)?.message ?? 'The password could not be set.' }),
    }),
  );
  const { errors } = formState;
  return (
    <main className="grid min-h-dvh place-items-center p-4 phone:place-items-start phone:pt-12">
      <div className="w-full max-w-[360px]">
        <p className="flex items-center gap-[9px] pb-3 pl-1 text-[15px] leading-5 font-semibold tracking-[-0.015em]">
          <Mark />
          Oriel
        </p>
        <div className="overflow-hidden rounded-glass border border-line2 bg-surface">
          <div className="px-5 pt-4 pb-3">
            <h1 className="text-title font-semibold">Welcome, {name}</h1>
            <p className="text-ink2">Choose a password for {email}. This link works once.</p>
          </div>
          <form
            noValidate
            onSubmit={handleSubmit((values) => accept.mutate({ token, password: values.password }))}
            className="flex flex-col gap-3 px-5 pb-5"
          >
            <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
            <Field
              label="Password"
              hint="At least 12 characters."
              {...(errors.password?.message ? { error: errors.password.message } : {})}
            >
              {(control) => (
                <Input {...control} {...register('password')} type="password" autoComplete="new-password" autoFocus />
              )}
            </Field>
            <Field label="Password again" {...(errors.again?.message ? { error: errors.again.message } : {})}>
              {(control) => <Input {...control} {...register('again')} type="password" autoComplete="new-password" />}
            </Field>
            <Button type="submit" variant="primary" pending={accept.isPending} className="mt-1">
              Set password and sign in
            </Button>
          </form>
        </div>
      </div>
    </main>
  );
}
