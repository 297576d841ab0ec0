/** Ends every service account's address, and no person's: nothing can be delivered to ".internal". */
const domain = 'service.oriel.internal';

/** `projectSlug` null: a service account of the platform itself. */
export function serviceAccountEmail(name: string, projectSlug: string | null): string {
  return projectSlug === null ? `${name}@${domain}` : `${name}@${projectSlug}.${domain}`;
}

export function isServiceAccountEmail(email: string): boolean {
  return email.endsWith(`@${domain}`) || email.endsWith(`.${domain}`);
}
