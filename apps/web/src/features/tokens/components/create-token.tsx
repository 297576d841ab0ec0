'use client';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Controller, useForm } from 'react-hook-form';
import type { z } from 'zod';
import { useTRPC } from '@/trpc.tsx';
import { Button } from '@/ui/button.tsx';
import { CheckboxField } from '@/ui/checkbox.tsx';
import { Dialog } from '@/ui/dialog.tsx';
import { failureOf } from '@/ui/failure.ts';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import { Select } from '@/ui/select.tsx';
import { createTokenInput } from '../input.ts';
import { tokenLifetimesInDays } from '../lifetimes.ts';
import { NewToken } from './new-token.tsx';

type Props = {
  projects: readonly { slug: string; name: string }[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

const ALL = 'all projects';

export default function CreateToken({ projects, open, onOpenChange }: Props) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const form = useForm<z.input<typeof createTokenInput>, unknown, z.output<typeof createTokenInput>>({
    resolver: zodResolver(createTokenInput),
    defaultValues: { name: '', readOnly: true, expiresInDays: 90 },
  });
  const create = useMutation(
    trpc.tokens.create.mutationOptions({
      onSuccess: () => queries.invalidateQueries(trpc.tokens.pathFilter()),
      onError: (error) =>
        form.setError('name', { message: failureOf(error)?.message ?? 'The token could not be made.' }),
    }),
  );
  const close = (next: boolean) => {
    onOpenChange(next);
    if (!next) {
      form.reset();
      create.reset();
    }
  };
  if (create.data !== undefined) {
    return (
      <NewToken
        value={create.data.value}
        project={create.data.token.project?.slug ?? projects[0]?.slug}
        open={open}
        onOpenChange={close}
      />
    );
  }
  const { errors } = form.formState;
  return (
    <Dialog
      title="Create token"
      about="It can do what you can do, at most; it stops when you lose a right."
      open={open}
      onOpenChange={close}
      footer={
        <Button variant="primary" type="submit" form="create-token" pending={create.isPending}>
          Create token
        </Button>
      }
    >
      <form
        id="create-token"
        noValidate
        onSubmit={form.handleSubmit((input) => create.mutate(input))}
        className="flex flex-col gap-3"
      >
        <Field label="Name" hint="What will use it." {...(errors.name?.message ? { error: errors.name.message } : {})}>
          {(control) => (
            <Input {...control} {...form.register('name')} autoComplete="off" placeholder="logcli on my laptop" />
          )}
        </Field>
        <Field label="Project">
          {(control) => (
            <Controller
              control={form.control}
              name="project"
              render={({ field }) => (
                <Select
                  label="Project"
                  id={control.id}
                  options={[
                    { value: ALL, label: 'All your projects' },
                    ...projects.map(({ slug, name }) => ({ value: slug, label: name })),
                  ]}
                  value={field.value ?? ALL}
                  onChange={(value) => field.onChange(value === ALL ? undefined : value)}
                />
              )}
            />
          )}
        </Field>
        <Field label="Expires after">
          {(control) => (
            <Controller
              control={form.control}
              name="expiresInDays"
              render={({ field }) => (
                <Select
                  label="Expires after"
                  id={control.id}
                  options={tokenLifetimesInDays.map((days) => ({ value: String(days), label: `${days} days` }))}
                  value={String(field.value)}
                  onChange={(value) => field.onChange(Number(value))}
                />
              )}
            />
          )}
        </Field>
        <Controller
          control={form.control}
          name="readOnly"
          render={({ field }) => (
            <CheckboxField
              label="Read only"
              hint="Cannot change anything, whatever your role"
              checked={field.value ?? true}
              onChange={field.onChange}
            />
          )}
        />
      </form>
    </Dialog>
  );
}
