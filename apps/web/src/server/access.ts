import type { Permission } from '@oriel/domain/permissions';
import type { RestRoute } from '@/rest/route.ts';

/** Rights about oneself. `self:manage` is for a person in a browser: a token must not make tokens. */
export type SelfPermission = 'self:read' | 'self:manage';
export type PlatformPermission = Extract<Permission, `platform:${string}`>;
export type ProjectPermission = Exclude<Permission, PlatformPermission>;
export type ProjectReadPermission = Extract<ProjectPermission, `${string}:read`>;

/** What a procedure asks of its caller; every procedure has one as its meta. */
export type Access =
  /** Anybody, signed in or not, and why that is right. */
  | { readonly kind: 'public'; readonly why: string }
  | {
      readonly kind: 'self';
      readonly permission: SelfPermission;
      /** Rids the caller of a session or token: open even to whose limits somebody else has used up. */
      readonly isRescue?: boolean | undefined;
    }
  | { readonly kind: 'platform'; readonly permission: PlatformPermission }
  /** In the one project that the input names. */
  | { readonly kind: 'project'; readonly permission: ProjectPermission }
  /** Across all projects where the caller has it; the query itself leaves out the others. */
  | { readonly kind: 'visible'; readonly permission: ProjectReadPermission };

/** The meta of a procedure: who may call it, and where it stands in the REST API. */
export type ProcedureMeta = Access & { readonly rest?: RestRoute | undefined };
