import { isAllowed } from '@oriel/domain/permissions';
import { projectProcedure } from '@/server/procedures.ts';
import { router } from '@/server/trpc.ts';
import { addMemberInput, changeMemberInput, memberInput, memberListInput, memberSubjectsInput } from '../input.ts';
import { addedMember, memberLink, memberList, memberRow, memberSubjects } from '../output.ts';
import { addMember } from './add-member.ts';
import { changeMember, removeMember, renewLink } from './change-member.ts';
import { listMembers } from './member-rows.ts';
import { findSubjects } from './subjects.ts';

const project = (input: { project: string }) => ({ slug: input.project });
const tag = 'Members';
const path = '/projects/{project}/members';

export const membersRouter = router({
  list: projectProcedure({
    permission: 'members:read',
    input: memberListInput,
    project,
    rest: { method: 'GET', path, tag, summary: 'List members' },
  })
    .output(memberList)
    .query(async ({ ctx, input }) => {
      const { db, principal, project } = ctx;
      return {
        ...(await listMembers(db, { principal, projectId: project.id }, input)),
        canManage: isAllowed(principal, 'members:manage', project.id),
      };
    }),

  subjects: projectProcedure({
    permission: 'members:manage',
    input: memberSubjectsInput,
    project,
    rest: {
      method: 'GET',
      path: '/projects/{project}/member-subjects',
      tag,
      summary: 'Find groups and service accounts to add',
    },
  })
    .output(memberSubjects)
    .query(({ ctx: { db, principal, project }, input: { search } }) =>
      findSubjects(db, { principal, projectId: project.id, search }),
    ),

  add: projectProcedure({
    permission: 'members:manage',
    input: addMemberInput,
    project,
    rest: {
      method: 'POST',
      path,
      tag,
      summary: 'Add a member',
      status: 201,
      shownOnce: true,
      description:
        'Gives a person, a group of an identity provider or a service account a role in the project or in a part of ' +
        'it. Somebody Oriel does not know yet gets a one-time link, which is shown in this answer only. A link that ' +
        'the owner of another project was shown ends; a password that was set through one is refused (409) until a ' +
        'platform administrator makes a new link or the person connects an identity provider.',
    },
  })
    .output(addedMember)
    .mutation(async ({ ctx, input: { subject, role, clusters, namespaces } }) => {
      const wanted = { projectId: ctx.project.id, subject, role, reach: { clusters, namespaces } };
      const { member, linkToken } = await addMember(ctx.db, ctx, wanted);
      return { member, link: linkToken === null ? null : welcomeLink(ctx.publicOrigin, linkToken) };
    }),

  change: projectProcedure({
    permission: 'members:manage',
    input: changeMemberInput,
    project,
    rest: {
      method: 'PATCH',
      path: `${path}/{memberId}`,
      tag,
      summary: 'Change a member’s role or its reach',
      description: 'What is left out stays as it is.',
    },
  })
    .output(memberRow)
    .mutation(({ ctx, input: { memberId, role, clusters, namespaces } }) =>
      changeMember(ctx.db, ctx, { projectId: ctx.project.id, memberId, role, clusters, namespaces }),
    ),

  newLink: projectProcedure({
    permission: 'members:manage',
    input: memberInput,
    project,
    rest: {
      method: 'POST',
      path: `${path}/{memberId}/link`,
      tag,
      summary: 'Make a new one-time link for a member',
      description: 'For a person who has not signed in yet. It ends the link they had.',
      status: 201,
      shownOnce: true,
    },
  })
    .output(memberLink)
    .mutation(async ({ ctx, input: { memberId } }) => {
      const token = await renewLink(ctx.db, ctx, { projectId: ctx.project.id, memberId });
      return { link: welcomeLink(ctx.publicOrigin, token) };
    }),

  /** Taking somebody out of a project leaves their account and their other projects alone. */
  remove: projectProcedure({
    permission: 'members:manage',
    input: memberInput,
    project,
    rest: { method: 'DELETE', path: `${path}/{memberId}`, tag, summary: 'Remove a member' },
  }).mutation(async ({ ctx, input: { memberId } }) => {
    await removeMember(ctx.db, ctx, { projectId: ctx.project.id, memberId });
  }),
});

function welcomeLink(publicOrigin: string, token: string): string {
  return `${publicOrigin}/welcome/${token}`;
}
