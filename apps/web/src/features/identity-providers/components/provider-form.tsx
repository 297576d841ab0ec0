'use client';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTRPC } from '@/trpc.tsx';
import { Button } from '@/ui/button.tsx';
import { CheckboxField } from '@/ui/checkbox.tsx';
import { CopyAsCurl } from '@/ui/copy-as-curl.tsx';
import { Dialog } from '@/ui/dialog.tsx';
import { failureOf } from '@/ui/failure.ts';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import { Textarea } from '@/ui/textarea.tsx';
import { toastDone } from '@/ui/toast.ts';
import type { ProviderRow } from '../output.ts';
import { asCreate, asUpdate, emptyForm, formOf, type ProviderFields, providerFields } from '../provider-fields.ts';
import { ProviderFindings } from './provider-findings.tsx';

type Props = { provider: ProviderRow | undefined; open: boolean; onOpenChange: (open: boolean) => void };

const texts = [
  ['id', 'Id', 'Part of the callback’s address; stays as it is.'],
  ['name', 'Name', 'On the button of the sign-in page.'],
  ['issuer', 'Issuer', 'As in its discovery document, letter by letter. It cannot change later.'],
  ['clientId', 'Client id', undefined],
  ['clientSecret', 'Client secret', 'Kept sealed and never shown again.'],
  ['scopes', 'Scopes', 'Beside openid, with spaces between.'],
  ['groupsClaim', 'Claim of groups', 'A list of names. A sign-in without it is refused.'],
] as const satisfies readonly (readonly [keyof ProviderFields, string, string | undefined])[];

const fixed: readonly (keyof ProviderFields)[] = ['id', 'issuer'];

export default function ProviderForm({ provider, open, onOpenChange }: Props) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const form = useForm<ProviderFields>({
    resolver: zodResolver(providerFields(provider !== undefined)),
    defaultValues: provider ? formOf(provider) : emptyForm,
  });
  const close = (next: boolean) => {
    onOpenChange(next);
    if (!next) form.reset();
  };
  const save = {
    onSuccess: async () => {
      toastDone(provider ? `${form.getValues('name')} is changed` : `${form.getValues('name')} is offered from now on`);
      await queries.invalidateQueries(trpc.identityProviders.pathFilter());
      close(false);
    },
    onError: (error: unknown) => {
      const failure = failureOf(error);
      const field = texts.find(([name]) => name === failure?.field)?.[0] ?? 'name';
      form.setError(field, { message: failure?.message ?? 'It could not be saved.' });
    },
  };
  const create = useMutation(trpc.identityProviders.create.mutationOptions(save));
  const update = useMutation(trpc.identityProviders.update.mutationOptions(save));
  const test = useMutation(trpc.identityProviders.test.mutationOptions());
  const { errors } = form.formState;
  const submit = (fields: ProviderFields) =>
    provider ? update.mutate(asUpdate(provider.id, fields)) : create.mutate(asCreate(fields));
  const title = provider ? `Change ${provider.name}` : 'Add an identity provider';
  return (
    <Dialog
      title={title}
      about="People whom it signs in are known here by its subject, never by their address. Their groups count anew at each sign-in, and for 7 days after it."
      open={open}
      onOpenChange={close}
      footer={
        <>
          <CopyAsCurl
            request={() => {
              const { id, ...body } = asCreate({ ...form.getValues(), clientSecret: '…' });
              return provider
                ? { method: 'PATCH', path: `/api/v1/identity-providers/${provider.id}`, body }
                : { method: 'POST', path: '/api/v1/identity-providers', body: { id, ...body } };
            }}
          />
          <Button pending={test.isPending} onClick={() => test.mutate({ issuer: form.getValues('issuer') })}>
            Test
          </Button>
          <Button variant="primary" type="submit" form="provider" pending={create.isPending || update.isPending}>
            {provider ? 'Save' : 'Add provider'}
          </Button>
        </>
      }
    >
      <form id="provider" noValidate onSubmit={form.handleSubmit(submit)} className="flex flex-col gap-3">
        {texts
          .filter(([name]) => provider === undefined || !fixed.includes(name))
          .map(([name, label, hint]) => (
            <Field
              key={name}
              label={label}
              hint={name === 'clientSecret' && provider ? 'Leave it empty to keep the present one.' : hint}
              {...(errors[name]?.message ? { error: errors[name].message } : {})}
            >
              {(control) => (
                <Input
                  {...control}
                  {...form.register(name)}
                  type={name === 'clientSecret' ? 'password' : 'text'}
                  autoComplete={name === 'clientSecret' ? 'new-password' : 'off'}
                />
              )}
            </Field>
          ))}
        <Field
          label="Groups of platform administrators"
          hint="One per line. Their members administer the platform. Who has left such a group no longer does from their next sign-in on, and 7 days after the last one at the latest."
          {...(errors.adminGroups?.message ? { error: errors.adminGroups.message } : {})}
        >
          {(control) => <Textarea {...control} {...form.register('adminGroups')} rows={2} mono />}
        </Field>
        <CheckboxField
          label="Trust its addresses"
          hint="For a provider that does not say whether it verified an address (claim email_verified), such as Microsoft Entra ID. Only where nobody can choose their own address there."
          {...form.register('trustsEmail')}
        />
        <ProviderFindings test={test} />
      </form>
    </Dialog>
  );
}
