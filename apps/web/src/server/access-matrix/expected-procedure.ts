// What the matrix must know of one procedure.
import type { ErrorCode } from '@oriel/domain/errors';
import type { AccessName } from './expected-access.ts';
import type { Role } from './roles.ts';
import type { ScopedWorld } from './scoped-world.ts';

export interface ExpectedProcedure {
  readonly access: AccessName;
  /** The input names the one cluster of the world, so that a role for that cluster is enough. */
  readonly about?: 'cluster';
  /** An input that succeeds for whoever may. */
  readonly input?: (world: ScopedWorld, role: Role) => unknown;
  /** Failures that lie behind the permission: a store that no test of this kind has. */
  readonly mayFail?: readonly ErrorCode[];
  /** Whether an answer tells of the project `own`; its slug, or its cluster's name, unless given. */
  readonly tells?: (answer: unknown) => boolean;
  /** A mutation that changes nothing by itself and so leaves no trace in the audit trail. */
  readonly unaudited?: true;
}
