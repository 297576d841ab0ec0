'use client';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTRPC } from '@/trpc.tsx';
import { failureOf } from '@/ui/failure.ts';
import { Field } from '@/ui/field.tsx';
import { errorOf, type FormErrors } from '@/ui/form-errors.ts';
import { Input } from '@/ui/input.tsx';
import { Segmented } from '@/ui/segmented.tsx';
import { Select } from '@/ui/select.tsx';
import type { MemberSubject } from '../input.ts';

export type SubjectDraft = {
  kind: MemberSubject['kind'];
  email: string;
  providerId: string;
  groupName: string;
  serviceAccountId: string;
};

export const nobody: SubjectDraft = { kind: 'person', email: '', providerId: '', groupName: '', serviceAccountId: '' };

export function subjectOfDraft({ kind, email, providerId, groupName, serviceAccountId }: SubjectDraft) {
  if (kind === 'person') return { kind, email };
  return kind === 'group' ? { kind, providerId, groupName } : { kind, serviceAccountId };
}

type SubjectFieldsProps = {
  project: string;
  value: SubjectDraft;
  onChange: (value: SubjectDraft) => void;
  errors: FormErrors;
};

/** Who gets the role: a person by address, a group of a provider, a service account. */
export function SubjectFields({ project, value, onChange, errors }: SubjectFieldsProps) {
  const set = (change: Partial<SubjectDraft>) => onChange({ ...value, ...change });
  return (
    <>
      <Segmented
        label="Who"
        segments={[
          { value: 'person', label: 'Person' },
          { value: 'group', label: 'Group' },
          { value: 'serviceAccount', label: 'Service account' },
        ]}
        value={value.kind}
        onChange={(kind) => set({ kind })}
      />
      {value.kind === 'person' ? (
        <Field label="E-mail" {...errorOf(errors, 'subject.email')}>
          {(control) => (
            <Input
              {...control}
              type="email"
              autoComplete="off"
              placeholder="anna@example.com"
              value={value.email}
              onChange={(event) => set({ email: event.target.value })}
            />
          )}
        </Field>
      ) : (
        <Offered project={project} value={value} set={set} errors={errors} />
      )}
    </>
  );
}

type OfferedProps = Pick<SubjectFieldsProps, 'project' | 'value' | 'errors'> & {
  set: (change: Partial<SubjectDraft>) => void;
};

function Offered({ project, value, set, errors }: OfferedProps) {
  const trpc = useTRPC();
  const suggestions = useId();
  const search = value.kind === 'group' ? value.groupName.slice(0, 256) : '';
  const found = useQuery(
    trpc.members.subjects.queryOptions({ project, search }, { placeholderData: (before) => before }),
  );
  const { providers = [], groups = [], serviceAccounts = [] } = found.data ?? {};
  const failure = failureOf(found.error);
  const wait = found.isPending ? 'Looking what there is' : failure?.message;
  if (value.kind === 'serviceAccount') {
    const none =
      wait ?? (serviceAccounts.length === 0 ? 'The project has none yet: make one under Service accounts.' : undefined);
    return (
      <Field label="Service account" hint={none} {...errorOf(errors, 'subject.serviceAccountId')}>
        {(control) => (
          <Select
            {...control}
            label="Service account"
            disabled={serviceAccounts.length === 0}
            options={serviceAccounts.map(({ id, name, platform }) => ({
              value: id,
              label: platform ? `${name} (platform)` : name,
            }))}
            value={value.serviceAccountId === '' ? null : value.serviceAccountId}
            onChange={(serviceAccountId) => set({ serviceAccountId })}
          />
        )}
      </Field>
    );
  }
  const ofProvider = groups.filter(({ providerId }) => providerId === value.providerId);
  const known = ofProvider.some(({ groupName }) => groupName === value.groupName);
  const none =
    wait ?? (providers.length === 0 ? 'There is no identity provider. Ask a platform administrator.' : undefined);
  return (
    <>
      <Field label="Identity provider" hint={none} {...errorOf(errors, 'subject.providerId')}>
        {(control) => (
          <Select
            {...control}
            label="Identity provider"
            disabled={providers.length === 0}
            options={providers.map(({ id, name, enabled }) => ({ value: id, label: enabled ? name : `${name} (off)` }))}
            value={value.providerId === '' ? null : value.providerId}
            onChange={(providerId) => set({ providerId })}
          />
        )}
      </Field>
      <Field
        label="Group"
        hint={
          value.groupName !== '' && value.providerId !== '' && !known && found.isSuccess && !found.isFetching
            ? 'Nobody has it yet: whoever signs in with it gets the role then.'
            : 'As the provider spells it.'
        }
        {...errorOf(errors, 'subject.groupName')}
      >
        {(control) => (
          <Input
            {...control}
            list={suggestions}
            autoComplete="off"
            placeholder="platform-team"
            value={value.groupName}
            onChange={(event) => set({ groupName: event.target.value })}
          />
        )}
      </Field>
      <datalist id={suggestions}>
        {ofProvider.map(({ groupName }) => (
          <option key={groupName} value={groupName} />
        ))}
      </datalist>
    </>
  );
}
