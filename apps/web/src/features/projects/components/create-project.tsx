'use client';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { SeedField } from '@/features/seeds/components/seed-field.tsx';
import { useTRPC } from '@/trpc.tsx';
import { Button } from '@/ui/button.tsx';
import { CopyAsCurl } from '@/ui/copy-as-curl.tsx';
import { Dialog } from '@/ui/dialog.tsx';
import { failureOf } from '@/ui/failure.ts';
import { Field } from '@/ui/field.tsx';
import { refusalBeside } from '@/ui/form-errors.ts';
import { Input } from '@/ui/input.tsx';
import { createProjectInput } from '../input.ts';
import { slugFrom } from '../slug-from.ts';

/** Those that a refusal may name. */
const fields = ['name', 'slug', 'seedId'] as const;

type Props = { open: boolean; onOpenChange: (open: boolean) => void };

export default function CreateProject({ open, onOpenChange }: Props) {
  const trpc = useTRPC();
  const router = useRouter();
  const queries = useQueryClient();
  const form = useForm<z.input<typeof createProjectInput>, unknown, z.output<typeof createProjectInput>>({
    resolver: zodResolver(createProjectInput),
    defaultValues: { name: '', slug: '' },
  });
  const seeds = useQuery(trpc.seeds.list.queryOptions());
  const create = useMutation(
    trpc.projects.create.mutationOptions({
      onSuccess: async ({ slug }) => {
        await queries.invalidateQueries();
        router.push(`/p/${slug}`);
        router.refresh();
      },
      onError: (error) => {
        const failure = failureOf(error);
        const field = fields.find((name) => name === failure?.field);
        if (failure && field !== undefined) form.setError(field, { message: failure.message });
      },
    }),
  );
  const choosesSeed = (seeds.data?.seeds.length ?? 0) > 1;
  const shown = fields.filter((field) => field !== 'seedId' || choosesSeed);
  const refused = refusalBeside(failureOf(create.error), shown);
  const { errors, dirtyFields } = form.formState;
  return (
    <Dialog
      title="Create project"
      about="It gets its own tenant on the seed: its data is apart from every other project's."
      open={open}
      onOpenChange={onOpenChange}
      footer={
        <>
          <CopyAsCurl request={() => ({ method: 'POST', path: '/api/v1/projects', body: form.getValues() })} />
          <Button variant="primary" type="submit" form="create-project" pending={create.isPending}>
            Create project
          </Button>
        </>
      }
    >
      <form
        id="create-project"
        noValidate
        onSubmit={form.handleSubmit((input) => create.mutate(input))}
        className="flex flex-col gap-3"
      >
        <Field label="Name" {...(errors.name?.message ? { error: errors.name.message } : {})}>
          {(control) => (
            <Input
              {...control}
              {...form.register('name', {
                onChange: (event) => dirtyFields.slug || form.setValue('slug', slugFrom(event.target.value)),
              })}
              autoComplete="off"
            />
          )}
        </Field>
        <Field
          label="Short name"
          hint="Part of addresses and the label project; cannot be changed later."
          {...(errors.slug?.message ? { error: errors.slug.message } : {})}
        >
          {(control) => <Input {...control} {...form.register('slug')} mono autoComplete="off" />}
        </Field>
        <SeedField
          query={seeds}
          chosen={form.watch('seedId')}
          suggestion={undefined}
          onChoose={(seedId) => form.setValue('seedId', seedId)}
          about="Holds the project's data; choose the one close to its clusters. It cannot be changed later."
          none="There is no seed yet to keep its data. Register one first; Set up shows how far the embedded one is."
          error={errors.seedId?.message}
        />
        {refused !== undefined && (
          <p role="alert" className="text-small text-error">
            {refused}
          </p>
        )}
      </form>
    </Dialog>
  );
}
