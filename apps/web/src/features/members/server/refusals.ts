import { violates } from '@oriel/db/database-errors';
import { type ErrorCode, OrielError } from '@oriel/domain/errors';

/** Constraints of role_bindings, and what each means to whoever asked for the row. */
const refusals: Readonly<Record<string, { code: ErrorCode; message: string; field: string }>> = {
  role_bindings_last_owner: {
    code: 'conflict',
    message: 'A project needs an owner. Make somebody else an owner first.',
    field: 'role',
  },
  role_bindings_owner_whole: {
    code: 'bad_input',
    message: 'An owner always has the whole project. Choose all clusters and all namespaces, or another role.',
    field: 'role',
  },
  role_bindings_editor_all_namespaces: {
    code: 'bad_input',
    message: 'An editor changes whole clusters, so namespaces cannot be chosen. Choose all namespaces, or "viewer".',
    field: 'namespaces',
  },
  role_bindings_one_whole_per_user: {
    code: 'conflict',
    message: 'They have a role in the whole project already. Change that one in the list.',
    field: 'subject',
  },
  role_bindings_one_whole_per_group: {
    code: 'conflict',
    message: 'This group has a role in the whole project already. Change that one in the list.',
    field: 'subject',
  },
};

/** The database decides, under its locks: two owners who leave at the same moment are told apart there. */
export function explainRefusal(error: unknown): never {
  for (const [constraint, { code, message, field }] of Object.entries(refusals)) {
    if (violates(error, constraint)) throw new OrielError(code, message, { field, cause: error });
  }
  throw error;
}
