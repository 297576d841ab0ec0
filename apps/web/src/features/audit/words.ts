import type { AuditEntryView } from './output.ts';

/** With what somebody acted: `a session`, `token ci`. */
export function credentialWords(credential: AuditEntryView['credential']): string {
  if (credential === null) return 'not told';
  return credential.kind === 'session' ? 'a session' : `token ${credential.name}`;
}

/** `cluster demo`; the kind alone where the name is not known any more. */
export function targetWords({ targetType, targetName }: Pick<AuditEntryView, 'targetType' | 'targetName'>): string {
  return targetName === null ? targetType : `${targetType} ${targetName}`;
}
