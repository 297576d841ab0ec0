import { isAllowed } from '@oriel/domain/permissions';
import { projectProcedure } from '@/server/procedures.ts';
import { router } from '@/server/trpc.ts';
import { addMemberInput, memberListInput, removeMemberInput, setRoleInput } from '../input.ts';
import { addedMember, memberList } from '../output.ts';
import { addMember } from './add-member.ts';
import { listMembers, removeMember, setRole } from './service.ts';

const project = (input: { project: string }) => ({ slug: input.project });

export const membersRouter = router({
  list: projectProcedure({ permission: 'members:read', input: memberListInput, project })
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

  add: projectProcedure({ permission: 'members:manage', input: addMemberInput, project })
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

  setRole: projectProcedure({ permission: 'members:manage', input: setRoleInput, project }).mutation(
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
  remove: projectProcedure({ permission: 'members:manage', input: removeMemberInput, project }).mutation(
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
