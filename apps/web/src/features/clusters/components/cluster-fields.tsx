'use client';
import type { ReactNode } from 'react';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { OriginBadge } from '@/features/policies/components/origin-badge.tsx';
import type { EffectiveSetting } from '@/features/policies/output.ts';
import { lockSentence } from '@/features/policies/words.ts';
import { SeedField, type SeedQuery } from '@/features/seeds/components/seed-field.tsx';
import type { Suggestion } from '@/features/seeds/suggest-seed.ts';
import { CheckboxField } from '@/ui/checkbox.tsx';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import { Select } from '@/ui/select.tsx';
import { shownFor } from '../first-settings.ts';
import { KubeconfigField } from './kubeconfig-field.tsx';
import type { NewClusterForm } from './new-cluster-page.tsx';

type ClusterFieldsProps = {
  // biome-ignore lint/suspicious/noExplicitAny: the third parameter is the resolver's output, which fields never read.
  form: UseFormReturn<NewClusterForm, unknown, any>;
  projects: readonly { slug: string; name: string }[];
  /** Where its data may be stored, and where it is likely to belong. */
  seed: { query: SeedQuery; suggestion: Suggestion | undefined };
  /** What policies say about the two switches of a new cluster; undefined until it is known. */
  signals: Readonly<Record<'monitoring' | 'logging', EffectiveSetting | undefined>>;
  /** Above the two switches, where that could not be read. */
  unread: ReactNode;
};

export function ClusterFields({ form, projects, signals, unread, seed }: ClusterFieldsProps) {
  const { errors } = form.formState;
  return (
    <div className="flex flex-col gap-3">
      <Field label="Project" {...errorOf(errors.project)}>
        {(control) => (
          <Controller
            control={form.control}
            name="project"
            render={({ field }) => (
              <Select
                label="Project"
                id={control.id}
                options={projects.map((project) => ({ value: project.slug, label: project.name }))}
                value={field.value || null}
                onChange={(project) => {
                  field.onChange(project);
                  form.setValue('seedId', undefined);
                }}
              />
            )}
          />
        )}
      </Field>
      <div className="grid grid-cols-2 gap-3 phone:grid-cols-1">
        <Field label="Name" hint="Becomes the label cluster; cannot be changed later." {...errorOf(errors.name)}>
          {(control) => <Input {...control} {...form.register('name')} placeholder="prod-fra-01" autoComplete="off" />}
        </Field>
        <Field label="Region" hint="Becomes the label region." {...errorOf(errors.region)}>
          {(control) => <Input {...control} {...form.register('region')} placeholder="eu-central" autoComplete="off" />}
        </Field>
      </div>
      <SeedField
        {...seed}
        chosen={form.watch('seedId')}
        onChoose={(seedId) => form.setValue('seedId', seedId)}
        about="Stores the cluster's logs and metrics; cannot be changed later."
        none="This project has no seed that could store its data. Choose another project, or ask a platform administrator."
        error={errors.seedId?.message}
      />
      <KubeconfigField {...form.register('kubeconfig')} error={errors.kubeconfig?.message} />
      {unread}
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        <SignalBox
          form={form}
          name="monitoring"
          label="Monitoring"
          hint="Metrics of nodes, pods and objects"
          policy={signals.monitoring}
        />
        <SignalBox
          form={form}
          name="logging"
          label="Logging"
          hint="The lines of every container"
          policy={signals.logging}
        />
      </div>
    </div>
  );
}

type SignalBoxProps = Pick<ClusterFieldsProps, 'form'> & {
  name: 'monitoring' | 'logging';
  label: string;
  hint: string;
  policy: EffectiveSetting | undefined;
};

/** Starts from what policies say; locked where one of them is enforced. */
function SignalBox({ form, name, label, hint, policy }: SignalBoxProps) {
  const enforced = policy?.origin.mode === 'enforced';
  const error = form.formState.errors[name]?.message;
  return (
    <div className="flex min-w-0 flex-1 basis-56 flex-col items-start gap-1">
      <Controller
        control={form.control}
        name={name}
        render={({ field }) => (
          <CheckboxField
            label={label}
            hint={enforced ? lockSentence(policy.setting, policy.value, policy.origin) : hint}
            checked={shownFor(field.value, policy)}
            disabled={enforced}
            onChange={(event) => field.onChange(event.target.checked)}
          />
        )}
      />
      {policy && policy.origin.level !== 'built-in' && <OriginBadge origin={policy.origin} />}
      {error !== undefined && (
        <p role="alert" className="text-small text-error">
          {error}
        </p>
      )}
    </div>
  );
}

function errorOf(error: { message?: string } | undefined): { error?: string } {
  return error?.message === undefined ? {} : { error: error.message };
}
