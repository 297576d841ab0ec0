import type { AuditEntryView } from './output.ts';

/** With what somebody acted: `a session`, `token ci`. */
export function credentialWords(credential: AuditEntryView['credential']): string {
  if (credential === null) return 'not told';
  return credential.kind === 'session' ? 'a session' : `token ${credential.name}`;
}

/** `cluster demo`: as it is called now, else as the entry itself calls it, else the kind alone. */
export function targetWords(entry: Pick<AuditEntryView, 'targetType' | 'targetName' | 'before' | 'after'>): string {
  const name = entry.targetName ?? nameIn(entry.after) ?? nameIn(entry.before);
  return name === undefined ? entry.targetType : `${entry.targetType} ${name}`;
}

function nameIn(side: unknown): string | undefined {
  if (typeof side !== 'object' || side === null) return undefined;
  const { name, email } = side as { name?: unknown; email?: unknown };
  return [name, email].find((value): value is string => typeof value === 'string');
}
