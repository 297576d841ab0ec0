'use client';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Controller, useForm } from 'react-hook-form';
import type { z } from 'zod';
import { useTRPC } from '@/trpc.tsx';
import { Button } from '@/ui/button.tsx';
import { CopyAsCurl } from '@/ui/copy-as-curl.tsx';
import { CopyButton } from '@/ui/copy-button.tsx';
import { Dialog } from '@/ui/dialog.tsx';
import { failureOf } from '@/ui/failure.ts';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import { Select } from '@/ui/select.tsx';
import { addMemberInput } from '../input.ts';
import { roleOptions } from '../roles.ts';

type AddMemberProps = { project: { slug: string; name: string }; open: boolean; onOpenChange: (open: boolean) => void };

/** Adds by e-mail; for a new person it shows the one-time link, once. */
export default function AddMember({ project, open, onOpenChange }: AddMemberProps) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const form = useForm<z.input<typeof addMemberInput>, unknown, z.output<typeof addMemberInput>>({
    resolver: zodResolver(addMemberInput),
    defaultValues: { project: project.slug, email: '', role: 'viewer' },
  });
  const add = useMutation(
    trpc.members.add.mutationOptions({
      onSuccess: () => queries.invalidateQueries(trpc.members.pathFilter()),
      onError: (error) =>
        form.setError('email', { message: failureOf(error)?.message ?? 'The person could not be added.' }),
    }),
  );
  const close = (next: boolean) => {
    onOpenChange(next);
    if (!next) {
      form.reset();
      add.reset();
    }
  };
  if (add.data !== undefined) {
    return (
      <Added
        email={add.data.member.email}
        link={add.data.link}
        open={open}
        onOpenChange={close}
        project={project.name}
      />
    );
  }
  const { errors } = form.formState;
  return (
    <Dialog
      title={`Add a member to ${project.name}`}
      about="A person Oriel does not know yet gets a one-time link to set a password."
      open={open}
      onOpenChange={close}
      footer={
        <>
          <CopyAsCurl
            request={() => {
              const { project: slug, ...body } = form.getValues();
              return { method: 'POST', path: `/api/v1/projects/${slug}/members`, body };
            }}
          />
          <Button variant="primary" type="submit" form="add-member" pending={add.isPending}>
            Add member
          </Button>
        </>
      }
    >
      <form
        id="add-member"
        noValidate
        onSubmit={form.handleSubmit((input) => add.mutate(input))}
        className="flex flex-col gap-3"
      >
        <Field label="E-mail" {...(errors.email?.message ? { error: errors.email.message } : {})}>
          {(control) => (
            <Input
              {...control}
              {...form.register('email')}
              type="email"
              autoComplete="off"
              placeholder="anna@example.com"
            />
          )}
        </Field>
        <Field label="Role" hint={roleOptions.find((option) => option.value === form.watch('role'))?.hint}>
          {(control) => (
            <Controller
              control={form.control}
              name="role"
              render={({ field }) => (
                <Select
                  label="Role"
                  id={control.id}
                  options={roleOptions}
                  value={field.value}
                  onChange={field.onChange}
                />
              )}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}

type AddedProps = {
  email: string;
  link: string | null;
  project: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

function Added({ email, link, project, open, onOpenChange }: AddedProps) {
  return (
    <Dialog
      title={`${email} was added`}
      about={
        link === null
          ? `They can sign in as before and see ${project} now.`
          : 'Send this link to them yourself. It sets their password, works once and for 7 days, and is not shown again.'
      }
      open={open}
      onOpenChange={onOpenChange}
      footer={
        <>
          {link !== null && <CopyButton text={link}>Copy link</CopyButton>}
          <Button variant="primary" onClick={() => onOpenChange(false)}>
            Done
          </Button>
        </>
      }
    >
      {link !== null && (
        <p data-testid="welcome-link" className="mono rounded-control bg-sunken px-3 py-2 leading-[18px] wrap-anywhere">
          {link}
        </p>
      )}
    </Dialog>
  );
}
