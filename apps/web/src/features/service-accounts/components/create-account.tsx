'use client';
import { useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { CheckboxField } from '@/ui/checkbox.tsx';
import { Dialog } from '@/ui/dialog.tsx';
import { failureOf } from '@/ui/failure.ts';
import { Field } from '@/ui/field.tsx';
import { errorOf, type FormErrors, formErrors, refusalErrors } from '@/ui/form-errors.ts';
import { Input } from '@/ui/input.tsx';
import { createPlatformInput } from '../input.ts';
import type { ServiceAccountRow } from '../output.ts';

type CreateAccountProps = {
  /** May it be made an administrator of the platform? */
  platform: boolean;
  onCreate: (input: { name: string; administrator?: boolean }) => Promise<ServiceAccountRow>;
  onCreated: (account: ServiceAccountRow) => void;
  onClose: () => void;
};

/** Only the name; what it may do is a role like anybody's. */
export default function CreateAccount({ platform, onCreate, onCreated, onClose }: CreateAccountProps) {
  const [name, setName] = useState('');
  const [administrator, setAdministrator] = useState(false);
  const [errors, setErrors] = useState<FormErrors>({});
  const [pending, setPending] = useState(false);
  const submit = async () => {
    const parsed = createPlatformInput.safeParse({ name, administrator });
    setErrors(parsed.success ? {} : formErrors(parsed.error.issues));
    if (!parsed.success) return;
    setPending(true);
    await onCreate(platform ? parsed.data : { name: parsed.data.name })
      .then(onCreated)
      .catch((error) => setErrors(refusalErrors(failureOf(error), ['name'], 'name')));
    setPending(false);
  };
  return (
    <Dialog
      title="Create service account"
      about="For a program rather than a person: it never signs in, and acts by tokens only."
      open
      onOpenChange={(open) => !open && onClose()}
      footer={
        <Button variant="primary" type="submit" form="create-account" pending={pending}>
          Create service account
        </Button>
      }
    >
      <form
        id="create-account"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
        className="flex flex-col gap-3"
      >
        <Field
          label="Name"
          hint="Lower-case letters, digits and “-”. It is part of its address and never changes."
          {...errorOf(errors, 'name')}
        >
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              placeholder="deploy-pipeline"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        {platform && (
          <CheckboxField
            label="Administrator"
            hint="May do everything, in every project; without it, it has the roles that projects give it"
            checked={administrator}
            onChange={(event) => setAdministrator(event.target.checked)}
          />
        )}
      </form>
    </Dialog>
  );
}
