'use client';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { CheckboxField } from '@/ui/checkbox.tsx';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import { Select } from '@/ui/select.tsx';
import { Textarea } from '@/ui/textarea.tsx';
import type { NewClusterForm } from './new-cluster-page.tsx';

type ClusterFieldsProps = {
  // biome-ignore lint/suspicious/noExplicitAny: the third parameter is the resolver's output, which fields never read.
  form: UseFormReturn<NewClusterForm, unknown, any>;
  projects: readonly { slug: string; name: string }[];
};

const KUBECONFIG_HINT =
  'Needs an https server, its certificate authority and a token or client certificate inside the text. Commands (exec), plug-ins and file paths are refused. It is stored encrypted and never shown again.';

export function ClusterFields({ form, projects }: ClusterFieldsProps) {
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
                onChange={field.onChange}
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
      <Field label="Kubeconfig" hint={KUBECONFIG_HINT} {...errorOf(errors.kubeconfig)}>
        {(control) => (
          <Textarea
            {...control}
            {...form.register('kubeconfig')}
            rows={12}
            spellCheck={false}
            placeholder="apiVersion: v1&#10;kind: Config&#10;…"
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        <Controller
          control={form.control}
          name="monitoring"
          render={({ field }) => (
            <CheckboxField
              label="Monitoring"
              hint="Metrics of nodes, pods and objects, every 60 s"
              checked={field.value ?? true}
              onChange={field.onChange}
            />
          )}
        />
        <Controller
          control={form.control}
          name="logging"
          render={({ field }) => (
            <CheckboxField
              label="Logging"
              hint="Every container's lines; debug dropped at the agent"
              checked={field.value ?? true}
              onChange={field.onChange}
            />
          )}
        />
      </div>
    </div>
  );
}

function errorOf(error: { message?: string } | undefined): { error?: string } {
  return error?.message === undefined ? {} : { error: error.message };
}
