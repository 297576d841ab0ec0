'use client';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { useTRPC } from '@/trpc.tsx';
import { Button } from '@/ui/button.tsx';
import { failureOf } from '@/ui/failure.ts';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import { toastDone } from '@/ui/toast.ts';
import { changePasswordInput } from '../input.ts';

/** Ends every other session as well. */
export function ChangePassword() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const form = useForm<z.input<typeof changePasswordInput>>({
    resolver: zodResolver(changePasswordInput),
    defaultValues: { current: '', next: '' },
  });
  const change = useMutation(
    trpc.account.changePassword.mutationOptions({
      onSuccess: async () => {
        form.reset();
        toastDone('Password changed; all your other sessions have ended');
        await queries.invalidateQueries(trpc.account.pathFilter());
      },
      onError: (error) => {
        const failure = failureOf(error);
        form.setError(failure?.field === 'next' ? 'next' : 'current', {
          message: failure?.message ?? 'The password could not be changed.',
        });
      },
    }),
  );
  const { errors } = form.formState;
  return (
    <form
      noValidate
      onSubmit={form.handleSubmit((input) => change.mutate(input))}
      className="flex max-w-[360px] flex-col gap-3"
    >
      <Field label="Present password" {...(errors.current?.message ? { error: errors.current.message } : {})}>
        {(control) => (
          <Input {...control} {...form.register('current')} type="password" autoComplete="current-password" />
        )}
      </Field>
      <Field
        label="New password"
        hint="At least 12 characters. A few words are better than one with signs."
        {...(errors.next?.message ? { error: errors.next.message } : {})}
      >
        {(control) => <Input {...control} {...form.register('next')} type="password" autoComplete="new-password" />}
      </Field>
      <div>
        <Button variant="primary" type="submit" pending={change.isPending}>
          Change password
        </Button>
      </div>
    </form>
  );
}
