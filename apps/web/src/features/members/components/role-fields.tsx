'use client';
import type { ProjectRole } from '@oriel/domain/permissions';
import { Field } from '@/ui/field.tsx';
import { errorOf, type FormErrors } from '@/ui/form-errors.ts';
import { Select } from '@/ui/select.tsx';
import { type ReachDraft, ReachFields, wholeReach } from '../../reach/components/reach-fields.tsx';
import { roleOptions } from '../roles.ts';

export type RoleDraft = { role: ProjectRole; reach: ReachDraft };

type RoleFieldsProps = {
  project: string;
  value: RoleDraft;
  onChange: (value: RoleDraft) => void;
  errors: FormErrors;
};

/** A role, and what part of the project it is for, as far as that role can be narrowed. */
export function RoleFields({ project, value, onChange, errors }: RoleFieldsProps) {
  const { role, reach } = value;
  return (
    <>
      <Field label="Role" hint={roleOptions.find((option) => option.value === role)?.hint} {...errorOf(errors, 'role')}>
        {(control) => (
          <Select
            {...control}
            label="Role"
            options={roleOptions}
            value={role}
            onChange={(next) => onChange({ role: next, reach: fitReach(next, reach) })}
          />
        )}
      </Field>
      {role !== 'owner' && (
        <ReachFields
          project={project}
          value={reach}
          onChange={(next) => onChange({ role, reach: next })}
          errors={errors}
          noNamespaces={role === 'editor' ? 'All: an editor changes whole clusters.' : undefined}
        />
      )}
    </>
  );
}

/** An owner has everything, an editor whole clusters: the server says so too. */
function fitReach(role: ProjectRole, reach: ReachDraft): ReachDraft {
  if (role === 'owner') return wholeReach;
  return role === 'editor' ? { ...reach, namespaces: 'all' } : reach;
}
