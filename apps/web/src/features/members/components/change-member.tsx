'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/trpc.tsx';
import { Button } from '@/ui/button.tsx';
import { CopyAsCurl } from '@/ui/copy-as-curl.tsx';
import { Dialog } from '@/ui/dialog.tsx';
import { failureOf } from '@/ui/failure.ts';
import { errorOf, type FormErrors, formErrors, refusalErrors } from '@/ui/form-errors.ts';
import { toastDone } from '@/ui/toast.ts';
import { draftOfReach, reachOfDraft } from '../../reach/components/reach-fields.tsx';
import { changeMemberInput } from '../input.ts';
import type { MemberRow } from '../output.ts';
import { FormError } from './add-member.tsx';
import { RoleFields } from './role-fields.tsx';
import { subjectAbout, subjectName } from './subject-cell.tsx';

type ChangeMemberProps = { project: string; member: MemberRow; onClose: () => void };

/** Another role, or another part of the project; undone from the toast. */
export default function ChangeMember({ project, member, onClose }: ChangeMemberProps) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const name = subjectName(member.subject);
  const [draft, setDraft] = useState({ role: member.role, reach: draftOfReach(member.reach) });
  const [errors, setErrors] = useState<FormErrors>({});
  const options = { onSettled: () => queries.invalidateQueries(trpc.members.pathFilter()) };
  const undo = useMutation(trpc.members.change.mutationOptions(options));
  const change = useMutation(
    trpc.members.change.mutationOptions({
      ...options,
      onSuccess: () => {
        toastDone(`The role of ${name} was changed`, () =>
          undo.mutate(wanted(member.role, draftOfReach(member.reach))),
        );
        onClose();
      },
      onError: (error) => setErrors(refusalErrors(failureOf(error), ['role', 'clusters', 'namespaces'], 'form')),
    }),
  );
  const wanted = (role: MemberRow['role'], reach: typeof draft.reach) => ({
    project,
    memberId: member.id,
    role,
    ...reachOfDraft(reach),
  });
  const submit = () => {
    const parsed = changeMemberInput.safeParse(wanted(draft.role, draft.reach));
    setErrors(parsed.success ? {} : formErrors(parsed.error.issues));
    if (parsed.success) change.mutate(parsed.data);
  };
  return (
    <Dialog
      title={`Role of ${name}`}
      about={subjectAbout(member.subject)}
      open
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <CopyAsCurl
            request={() => ({
              method: 'PATCH',
              path: `/api/v1/projects/${project}/members/${member.id}`,
              body: { role: draft.role, ...reachOfDraft(draft.reach) },
            })}
          />
          <Button variant="primary" type="submit" form="change-member" pending={change.isPending}>
            Save
          </Button>
        </>
      }
    >
      <form
        id="change-member"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        className="flex flex-col gap-3"
      >
        <RoleFields project={project} value={draft} onChange={setDraft} errors={errors} />
        <FormError {...errorOf(errors, 'form')} />
      </form>
    </Dialog>
  );
}
