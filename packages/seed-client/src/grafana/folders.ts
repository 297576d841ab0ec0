import { z } from 'zod';
import { type GrafanaConnection, serverLogin } from './connection.ts';

/** Levels of Grafana's permission API. */
export const permissionLevels = { view: 1, edit: 2, admin: 4 } as const;

export interface RolePermission {
  readonly role: 'Viewer' | 'Editor';
  readonly permission: number;
}

export interface GrafanaFolder {
  readonly title: string;
  readonly version: number;
  readonly permissions: readonly RolePermission[];
  /** Somebody was given a right by name, or as a team. */
  readonly hasOthers: boolean;
}

const folderShape = z.object({ title: z.string(), version: z.number().default(0) });
const permissionsShape = z.array(
  z.object({
    role: z.string().optional(),
    userLogin: z.string().optional(),
    team: z.string().optional(),
    permission: z.number(),
    inherited: z.boolean().default(false),
  }),
);

/** Undefined where there is no such folder. */
export async function readFolderTitle(
  grafana: GrafanaConnection,
  orgId: number,
  uid: string,
): Promise<string | undefined> {
  const path = `/api/folders/${encodeURIComponent(uid)}`;
  const { status, body } = await grafana.ask({ what: 'show a folder', path, orgId, understands: [403, 404] });
  return status === 200 ? folderShape.parse(body).title : undefined;
}

export async function readFolder(
  grafana: GrafanaConnection,
  orgId: number,
  uid: string,
): Promise<GrafanaFolder | undefined> {
  const path = `/api/folders/${encodeURIComponent(uid)}`;
  const { status, body } = await grafana.ask({ what: 'show a folder', path, orgId, understands: [403, 404] });
  if (status !== 200) return undefined;
  const call = { what: 'show the rights of a folder', path: `${path}/permissions`, orgId };
  const rows = (await grafana.read(call, permissionsShape)).filter(({ inherited }) => !inherited);
  // Administrators always have every right; who else is named was named by somebody.
  const isRole = (role: string | undefined) => role === 'Viewer' || role === 'Editor';
  return {
    ...folderShape.parse(body),
    permissions: rows.flatMap(({ role, permission }) =>
      isRole(role) ? [{ role: role as RolePermission['role'], permission }] : [],
    ),
    hasOthers: rows.some(({ userLogin, team }) => (userLogin ? userLogin !== serverLogin : Boolean(team))),
  };
}

export async function makeFolder(
  grafana: GrafanaConnection,
  orgId: number,
  folder: { readonly uid: string; readonly title: string },
): Promise<void> {
  const call = { what: `make the folder "${folder.title}"`, method: 'POST', path: '/api/folders' } as const;
  await grafana.ask({ ...call, orgId, body: folder });
}

export async function renameFolder(
  grafana: GrafanaConnection,
  orgId: number,
  folder: { readonly uid: string; readonly title: string; readonly version: number },
): Promise<void> {
  const { uid, title, version } = folder;
  const path = `/api/folders/${encodeURIComponent(uid)}`;
  const call = { what: `call a folder "${title}"`, method: 'PUT', path } as const;
  await grafana.ask({ ...call, orgId, body: { title, version, overwrite: true } });
}

/** Replaces every right there was. */
export async function setFolderPermissions(
  grafana: GrafanaConnection,
  orgId: number,
  folder: { readonly uid: string; readonly permissions: readonly RolePermission[] },
): Promise<void> {
  const path = `/api/folders/${encodeURIComponent(folder.uid)}/permissions`;
  const call = { what: 'change the rights of a folder', method: 'POST', path } as const;
  await grafana.ask({ ...call, orgId, body: { items: folder.permissions } });
}
