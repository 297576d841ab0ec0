'use client';
import { useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { CheckboxField } from '@/ui/checkbox.tsx';
import { Dialog } from '@/ui/dialog.tsx';
import { failureOf } from '@/ui/failure.ts';
import { Field } from '@/ui/field.tsx';
import { errorOf, type FormErrors, formErrors, refusalErrors } from '@/ui/form-errors.ts';
import { Input } from '@/ui/input.tsx';
import { Select } from '@/ui/select.tsx';
import { ReachFields, reachOfDraft, wholeReach } from '../../reach/components/reach-fields.tsx';
import { createTokenInput, type NewTokenInput } from '../input.ts';
import { tokenLifetimesInDays } from '../lifetimes.ts';
import type { CreatedToken } from '../output.ts';
import { NewToken } from './new-token.tsx';

type CreateTokenProps = {
  title: string;
  about: string;
  /** Where a token may be confined to; with `fixed` it is always confined to the first. */
  projects: readonly { slug: string; name: string }[];
  fixed?: boolean;
  onCreate: (input: NewTokenInput) => Promise<CreatedToken>;
  onClose: () => void;
};

const ALL = 'all projects';

/** For oneself or for a service account; the token is shown once, at the end. */
export default function CreateToken({ title, about, projects, fixed = false, onCreate, onClose }: CreateTokenProps) {
  const [name, setName] = useState('');
  const [project, setProject] = useState<string | undefined>(fixed ? projects[0]?.slug : undefined);
  const [days, setDays] = useState('90');
  const [readOnly, setReadOnly] = useState(true);
  const [reach, setReach] = useState(wholeReach);
  const [errors, setErrors] = useState<FormErrors>({});
  const [pending, setPending] = useState(false);
  const [created, setCreated] = useState<CreatedToken | null>(null);
  if (created !== null) {
    const shown = created.token.project?.slug ?? projects[0]?.slug;
    return <NewToken value={created.value} project={shown} open onOpenChange={onClose} />;
  }
  const submit = async () => {
    const parsed = createTokenInput.safeParse({
      name,
      readOnly,
      expiresInDays: Number(days),
      ...(project === undefined ? {} : { project, ...reachOfDraft(reach) }),
    });
    setErrors(parsed.success ? {} : formErrors(parsed.error.issues));
    if (!parsed.success) return;
    setPending(true);
    await onCreate(parsed.data)
      .then(setCreated)
      .catch((error) => setErrors(refusalErrors(failureOf(error), ['project', 'clusters', 'namespaces'], 'name')));
    setPending(false);
  };
  return (
    <Dialog
      title={title}
      about={about}
      open
      onOpenChange={(open) => !open && onClose()}
      footer={
        <Button variant="primary" type="submit" form="create-token" pending={pending}>
          Create token
        </Button>
      }
    >
      <form
        id="create-token"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
        className="flex flex-col gap-3"
      >
        <Field label="Name" hint="What will use it." {...errorOf(errors, 'name')}>
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              placeholder="logcli on my laptop"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        {!fixed && (
          <Field label="Project" {...errorOf(errors, 'project')}>
            {(control) => (
              <Select
                {...control}
                label="Project"
                options={[
                  { value: ALL, label: 'All projects' },
                  ...projects.map(({ slug, name: label }) => ({ value: slug, label })),
                ]}
                value={project ?? ALL}
                onChange={(value) => {
                  setProject(value === ALL ? undefined : value);
                  setReach(wholeReach);
                }}
              />
            )}
          </Field>
        )}
        <CheckboxField
          label="Read only"
          hint="Cannot change anything, whatever the role"
          checked={readOnly}
          onChange={(event) => {
            setReadOnly(event.target.checked);
            if (!event.target.checked) setReach({ ...reach, namespaces: 'all' });
          }}
        />
        {project !== undefined && (
          <ReachFields
            project={project}
            value={reach}
            onChange={setReach}
            errors={errors}
            noNamespaces={readOnly ? undefined : 'All: a token for some namespaces may only read.'}
          />
        )}
        <Field label="Expires after">
          {(control) => (
            <Select
              {...control}
              label="Expires after"
              options={tokenLifetimesInDays.map((value) => ({ value: String(value), label: `${value} days` }))}
              value={days}
              onChange={setDays}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
