import { spawnSync } from 'node:child_process';

/** A user of this system, by number. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const name = 'postgres';

/**
 * The account that PostgreSQL runs as, or undefined for the one that we run as: PostgreSQL refuses
 * to run as root. A system user `postgres` is made where there is none, as Debian's package does.
 *
 * @throws when root may not or cannot make the user.
 */
export function databaseAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const present = lookUp();
  if (present) return present;
  const made = spawnSync(
    'useradd',
    ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', name],
    {
      encoding: 'utf8',
    },
  );
  const account = lookUp();
  if (account) return account;
  const reason = made.error?.message ?? made.stderr.trim();
  throw new Error(
    `PostgreSQL does not run as root, and the system user "${name}" could not be made for it (${reason}). Make that user, or start Oriel as another user with --no-cluster.`,
  );
}

function lookUp(): Account | undefined {
  const ids = ['-u', '-g'].map((flag) => {
    const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
    return status === 0 ? Number(stdout.trim()) : Number.NaN;
  });
  const [uid = Number.NaN, gid = Number.NaN] = ids;
  return Number.isInteger(uid) && Number.isInteger(gid) ? { uid, gid } : undefined;
}
