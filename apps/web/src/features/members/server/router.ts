import { isAllowed } from '@oriel/domain/permissions';
import { projectProcedure } from '@/server/procedures.ts';
import { router } from '@/server/trpc.ts';
import { addMemberInput, memberListInput, removeMemberInput, setRoleInput } from '../input.ts';
import { addedMember, memberList } from '../output.ts';
import { addMember } from './add-member.ts';
import { listMembers, removeMember, setRole } from './service.ts';

const project = (input: { project: string }) => ({ slug: input.project });

export const membersRouter = router({
  list: projectProcedure({
    permission: 'members:read',
    input: memberListInput,
    project,
    rest: { method: 'GET', path: '/projects/{project}/members', tag: 'Members', summary: 'List members' },
  })
    .output(memberList)
    .query(
      async ({
        ctx: {
          db,
          principal,
          project: { id: projectId },
        },
      }) => ({
        members: await listMembers(db, { principal, projectId }),
        canManage: isAllowed(principal, 'members:manage', projectId),
      }),
    ),

  add: projectProcedure({
    permission: 'members:manage',
    input: addMemberInput,
    project,
    rest: {
      method: 'POST',
      path: '/projects/{project}/members',
      tag: 'Members',
      summary: 'Add a member',
      status: 201,
      shownOnce: true,
      description: 'Somebody Oriel does not know yet gets a one-time link, which is shown in this answer only.',
    },
  })
    .output(addedMember)
    .mutation(
      async ({
        ctx: {
          db,
          principal,
          actor,
          project: { id: projectId },
          publicOrigin,
        },
        input,
      }) => {
        const { email, name, role } = input;
        const { member, linkToken } = await addMember(db, { principal, actor }, { projectId, email, name, role });
        return { member, link: linkToken === null ? null : `${publicOrigin}/welcome/${linkToken}` };
      },
    ),

  setRole: projectProcedure({
    permission: 'members:manage',
    input: setRoleInput,
    project,
    rest: {
      method: 'PATCH',
      path: '/projects/{project}/members/{userId}',
      tag: 'Members',
      summary: 'Change a member’s role',
    },
  }).mutation(
    async ({
      ctx: {
        db,
        actor,
        project: { id: projectId },
      },
      input: { userId, role },
    }) => {
      await setRole(db, actor, { projectId, userId, role });
    },
  ),

  /** Taking somebody out of a project leaves their account and their other projects alone. */
  remove: projectProcedure({
    permission: 'members:manage',
    input: removeMemberInput,
    project,
    rest: {
      method: 'DELETE',
      path: '/projects/{project}/members/{userId}',
      tag: 'Members',
      summary: 'Remove a member',
    },
  }).mutation(
    async ({
      ctx: {
        db,
        actor,
        project: { id: projectId },
      },
      input: { userId },
    }) => {
      await removeMember(db, actor, { projectId, userId });
    },
  ),
});
