'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/trpc.tsx';
import { Button } from '@/ui/button.tsx';
import { CopyAsCurl } from '@/ui/copy-as-curl.tsx';
import { Dialog } from '@/ui/dialog.tsx';
import { failureOf } from '@/ui/failure.ts';
import { errorOf, type FormErrors, formErrors, refusalErrors } from '@/ui/form-errors.ts';
import { reachOfDraft, wholeReach } from '../../reach/components/reach-fields.tsx';
import { addMemberInput } from '../input.ts';
import type { MemberRow } from '../output.ts';
import OneTimeLink from './one-time-link.tsx';
import { type RoleDraft, RoleFields } from './role-fields.tsx';
import { subjectName } from './subject-cell.tsx';
import { nobody, SubjectFields, subjectOfDraft } from './subject-fields.tsx';

type AddMemberProps = { project: { slug: string; name: string }; open: boolean; onOpenChange: (open: boolean) => void };

const fields = [
  'subject.email',
  'subject.groupName',
  'subject.providerId',
  'subject.serviceAccountId',
  'role',
  'clusters',
  'namespaces',
];
const viewer: RoleDraft = { role: 'viewer', reach: wholeReach };

/** Gives somebody a role; for a person who is new it shows the one-time link, once. */
export default function AddMember({ project, open, onOpenChange }: AddMemberProps) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [subject, setSubject] = useState(nobody);
  const [role, setRole] = useState(viewer);
  const [errors, setErrors] = useState<FormErrors>({});
  const add = useMutation(
    trpc.members.add.mutationOptions({
      onSuccess: () => queries.invalidateQueries(trpc.members.pathFilter()),
      onError: (error) => setErrors(refusalErrors(failureOf(error), fields, 'form')),
    }),
  );
  const input = () => ({
    project: project.slug,
    subject: subjectOfDraft(subject),
    role: role.role,
    ...reachOfDraft(role.reach),
  });
  const submit = () => {
    const parsed = addMemberInput.safeParse(input());
    setErrors(parsed.success ? {} : formErrors(parsed.error.issues));
    if (parsed.success) add.mutate(parsed.data);
  };
  const close = (next: boolean) => {
    onOpenChange(next);
    if (next) return;
    setSubject(nobody);
    setRole(viewer);
    setErrors({});
    add.reset();
  };
  if (add.data !== undefined) {
    return <Added {...add.data} project={project.name} open={open} onOpenChange={close} />;
  }
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
              const { project: slug, ...body } = input();
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
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        className="flex flex-col gap-3"
      >
        <SubjectFields project={project.slug} value={subject} onChange={setSubject} errors={errors} />
        <RoleFields project={project.slug} value={role} onChange={setRole} errors={errors} />
        <FormError {...errorOf(errors, 'form')} />
      </form>
    </Dialog>
  );
}

export function FormError({ error }: { error?: string }) {
  if (error === undefined) return null;
  return (
    <p role="alert" className="text-small text-error">
      {error}
    </p>
  );
}

type AddedProps = {
  member: MemberRow;
  link: string | null;
  project: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

function Added({ member: { subject }, link, project, open, onOpenChange }: AddedProps) {
  const title = `${subjectName(subject)} was added`;
  const waits = subject.kind === 'person' && subject.state === 'invited';
  if (link !== null)
    return <OneTimeLink title={title} validFor="7 days" link={link} open={open} onOpenChange={onOpenChange} />;
  return (
    <Dialog
      title={title}
      about={
        waits
          ? 'They have not come in yet, and a link that the owner of another project was shown works no more. Unless a platform administrator has made them one, ask for it.'
          : `They see ${project} from now on, as far as the role goes.`
      }
      open={open}
      onOpenChange={onOpenChange}
      footer={
        <Button variant="primary" onClick={() => onOpenChange(false)}>
          Done
        </Button>
      }
    />
  );
}
