'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/trpc.tsx';
import { failureOf } from '@/ui/failure.ts';
import { toastDone, toastError } from '@/ui/toast.ts';
import type { MemberRow } from '../output.ts';
import { subjectName } from './subject-cell.tsx';

/** What a row's menu does at once; a removal is undone by giving the same role again. */
export function useMemberActions(project: string) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [link, setLink] = useState<{ member: MemberRow; link: string } | null>(null);
  const settled = {
    onSettled: () => queries.invalidateQueries(trpc.members.pathFilter()),
    onError: (error: unknown) => toastError(failureOf(error)?.message ?? 'The change was refused.'),
  };
  const add = useMutation(trpc.members.add.mutationOptions(settled));
  const removal = useMutation(trpc.members.remove.mutationOptions(settled));
  const renewal = useMutation(trpc.members.newLink.mutationOptions(settled));
  return {
    link,
    forgetLink: () => setLink(null),
    newLink: (member: MemberRow) =>
      renewal.mutate(
        { project, memberId: member.id },
        { onSuccess: (answer) => setLink({ member, link: answer.link }) },
      ),
    remove: (member: MemberRow) =>
      removal.mutate(
        { project, memberId: member.id },
        {
          onSuccess: () =>
            toastDone(`${subjectName(member.subject)} was removed`, () =>
              add.mutate({ project, ...sameAgain(member) }),
            ),
        },
      ),
  };
}

function sameAgain({ subject, role, reach }: MemberRow) {
  const clusters = reach.clusters === 'all' ? ('all' as const) : reach.clusters.map(({ id }) => id);
  return { subject: subjectOf(subject), role, clusters, namespaces: reach.namespaces };
}

function subjectOf(subject: MemberRow['subject']) {
  if (subject.kind === 'person') return { kind: subject.kind, email: subject.email };
  if (subject.kind === 'serviceAccount') return { kind: subject.kind, serviceAccountId: subject.userId };
  return { kind: subject.kind, providerId: subject.providerId, groupName: subject.groupName };
}
