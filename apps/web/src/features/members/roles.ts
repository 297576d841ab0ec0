import type { ProjectRole } from '@oriel/domain/permissions';

/** Roles as people choose them, with what each may do. */
export const roleOptions: readonly { value: ProjectRole; label: string; hint: string }[] = [
  { value: 'viewer', label: 'Viewer', hint: 'Reads logs, metrics and clusters' },
  { value: 'editor', label: 'Editor', hint: 'Also adds and changes clusters' },
  { value: 'owner', label: 'Owner', hint: 'Also manages members and the project' },
];

export function roleLabel(role: ProjectRole): string {
  return roleOptions.find(({ value }) => value === role)?.label ?? role;
}
