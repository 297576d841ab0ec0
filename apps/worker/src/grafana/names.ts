// Names in Grafana that other processes rely on: see docs/grafana.md.

export const folderUids = { ours: 'oriel', project: 'oriel-project' } as const;

/** What a person's e-mail address is there while somebody else's account has theirs. */
export function fallbackEmail(userId: string): string {
  return `${userId}@oriel.internal`;
}

/** Logins that Oriel made: the ids of its people. */
export function isPersonLogin(login: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(login);
}

const unnamedPrefix = 'oriel-new ';

/** How an organization is called until its number is kept here: one that nobody kept is ours to remove. */
export function unnamedOrganization(rowId: string): string {
  return `${unnamedPrefix}${rowId}`;
}

/** What Grafana calls the organization that it may make beside somebody who is made. */
export function isPersonal(name: string): boolean {
  return /^[0-9a-f-]{36}@oriel\.internal$/.test(name);
}

/** Left behind in the middle of something: made and not kept, or a person's own. */
export function isLeftover(name: string): boolean {
  return name.startsWith(unnamedPrefix) || isPersonal(name);
}
