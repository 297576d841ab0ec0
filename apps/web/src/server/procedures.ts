import { credentialText } from '@oriel/db/audit';
import type { Identity } from '@oriel/db/principal';
import { OrielError } from '@oriel/domain/errors';
import { isAllowed, type Permission, type Principal } from '@oriel/domain/permissions';
import { requirePermission } from '@oriel/domain/scope';
import { z } from 'zod';
import type { RestRoute } from '@/rest/route.ts';
import type { PlatformPermission, ProjectPermission, ProjectReadPermission, SelfPermission } from './access.ts';
import type { PersonActor } from './actor.ts';
import type { Context } from './context.ts';
import { findProject, type ProjectRef } from './find-project.ts';
import { baseProcedure, beforeBody } from './trpc.ts';
import { whileAllowed } from './while-allowed.ts';

// The only way to make a procedure: what it asks of its caller is an argument, and is checked before
// its body runs. A test walks the router and refuses a procedure that was made any other way.

const nothing = z.object({}).optional();

const guarded = baseProcedure.use(({ ctx, type, next }) => {
  if (type === 'mutation') requireOwnOrigin(ctx);
  return next();
});

/** For anybody. `why` says what makes that safe; a test keeps the list of these short. */
export function publicProcedure<I extends z.ZodType = typeof nothing>(options: {
  why: string;
  input?: I;
  rest?: RestRoute;
}) {
  const input = (options.input ?? nothing) as I;
  return guarded.meta({ kind: 'public', why: options.why, rest: options.rest }).input(input).use(beforeBody);
}

const signedIn = guarded.use(async ({ ctx, type, meta, next }) => {
  const identity = await requireIdentity(ctx);
  const { principal } = identity;
  const isRescue = meta?.kind === 'self' && meta.isRescue;
  // Whoever rehearses was let in before.
  if (ctx.rehearsal === undefined) await ctx.callLimits.admit({ identity, type, isRescue }, ctx.resHeaders);
  const actor: PersonActor = {
    userId: principal.userId,
    email: principal.email,
    address: ctx.address,
    credential: credentialText(identity.credential),
  };
  return next({ ctx: { identity, principal, actor } });
});

/** For anybody who is signed in, about themselves. */
export function selfProcedure<I extends z.ZodType = typeof nothing>(options: {
  permission: SelfPermission;
  isRescue?: true;
  input?: I;
  rest?: RestRoute;
}) {
  const { permission, isRescue } = options;
  const input = (options.input ?? nothing) as I;
  return signedIn
    .meta({ kind: 'self', permission, isRescue, rest: options.rest })
    .use(({ ctx, next }) => {
      if (permission === 'self:manage' && ctx.identity.credential.kind !== 'session') {
        throw new OrielError('forbidden', 'A token cannot change the account it belongs to. Sign in in a browser.');
      }
      return next();
    })
    .input(input)
    .use(beforeBody);
}

/** For those who hold a right on the platform as a whole. */
export function platformProcedure<I extends z.ZodType = typeof nothing>(options: {
  permission: PlatformPermission;
  input?: I;
  rest?: RestRoute;
}) {
  const { permission } = options;
  const input = (options.input ?? nothing) as I;
  return signedIn
    .meta({ kind: 'platform', permission, rest: options.rest })
    .use(({ ctx, next }) => {
      refuseReadOnlyToken(ctx.principal, permission);
      if (!isAllowed(ctx.principal, permission)) {
        throw new OrielError('forbidden', 'Only platform administrators may do this. Ask one of them.');
      }
      return next();
    })
    .input(input)
    .use(beforeBody);
}

/**
 * For members of the project that the input names, by `project`, with the given right there: for the cluster,
 * where it names one. The body finds the project in `ctx.project`. A subscription ends by itself within seconds of losing the right.
 */
export function projectProcedure<I extends z.ZodType>(options: {
  permission: ProjectPermission;
  input: I;
  project: (input: z.output<I>) => ProjectRef;
  rest?: RestRoute;
}) {
  const { permission, project: refOf } = options;
  return signedIn
    .meta({ kind: 'project', permission, rest: options.rest })
    .input(options.input)
    .use(async ({ ctx, input, type, next }) => {
      refuseReadOnlyToken(ctx.principal, permission);
      const { project, clusterId } = await findProject(ctx.db, ctx.principal, refOf(input as z.output<I>));
      requirePermission(ctx.principal, permission, project.id, clusterId);
      const result = await next({ ctx: { project } });
      if (type !== 'subscription' || !result.ok) return result;
      const stillAllowed = async () => {
        const identity = await ctx.freshIdentity();
        return identity !== undefined && isAllowed(identity.principal, permission, project.id, clusterId);
      };
      return { ...result, data: whileAllowed(result.data as AsyncIterable<unknown>, stillAllowed) };
    })
    .use(beforeBody);
}

/**
 * For anybody who is signed in, across the projects where they hold the right. The body must put
 * `visibleProjects(ctx.principal)` or its like into each query.
 */
export function visibleProcedure<I extends z.ZodType = typeof nothing>(options: {
  permission: ProjectReadPermission;
  input?: I;
  rest?: RestRoute;
}) {
  const input = (options.input ?? nothing) as I;
  return signedIn
    .meta({ kind: 'visible', permission: options.permission, rest: options.rest })
    .input(input)
    .use(beforeBody);
}

async function requireIdentity(ctx: Context): Promise<Identity> {
  const identity = await ctx.identity();
  if (identity) return identity;
  const message =
    ctx.credential?.kind === 'token'
      ? 'This token is unknown, expired or revoked. Make a new one under Settings, Tokens.'
      : 'You are not signed in, or your session has ended. Sign in and try again.';
  throw new OrielError('unauthenticated', message);
}

/** Before the project is looked up, so that the refusal says nothing of what exists. */
function refuseReadOnlyToken(principal: Principal, permission: Permission): void {
  if (!principal.readOnly || permission.endsWith(':read')) return;
  throw new OrielError(
    'forbidden',
    'This token may only read. Make one that may change things under Settings, Tokens.',
  );
}

/** A browser sends cookies along whoever wrote the page; Origin tells who did. Tokens are never sent unasked. */
function requireOwnOrigin({ credential, origin, publicOrigin }: Context): void {
  if (credential?.kind === 'token' || origin === publicOrigin) return;
  throw new OrielError('forbidden', `Changes are accepted from pages of ${publicOrigin} only, or with a token.`);
}
