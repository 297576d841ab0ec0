import { Bot, Users } from 'lucide-react';
import { formatPlural } from '@/ui/format/count.ts';
import { Icon } from '@/ui/icon.tsx';
import { StatusValue } from '@/ui/status-value.tsx';
import type { MemberRow, MemberSubjectRow } from '../output.ts';

/** How a person recognises the subject: the name of a person, an account or a group. */
export function subjectName(subject: MemberSubjectRow): string {
  return subject.kind === 'group' ? subject.groupName : subject.name;
}

export function SubjectName({ subject }: { subject: MemberSubjectRow }) {
  const icon = subject.kind === 'group' ? Users : subject.kind === 'serviceAccount' ? Bot : undefined;
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      {icon && <Icon icon={icon} size={14} className="text-ink3" />}
      <span className="truncate font-semibold">
        {subjectName(subject)}
        {subject.kind !== 'group' && subject.you && <span className="font-normal text-ink3"> (you)</span>}
      </span>
    </span>
  );
}

/** What the name alone does not say: an address, a provider, whose account. */
export function subjectAbout(subject: MemberSubjectRow): string {
  if (subject.kind === 'group') return `Group of ${subject.providerName}`;
  if (subject.kind === 'person') return subject.email;
  return subject.platform ? 'Service account of the platform' : 'Service account';
}

export function SubjectState({ subject }: { subject: MemberRow['subject'] }) {
  if (subject.kind === 'group') {
    if (!subject.providerEnabled) return <StatusValue status="off">Provider is off</StatusValue>;
    if (subject.people === 0) return <StatusValue status="waiting">Nobody has it yet</StatusValue>;
    return <StatusValue status="ok">{formatPlural(subject.people, 'person', 'people')}</StatusValue>;
  }
  if (subject.state === 'disabled') return <StatusValue status="off">Disabled</StatusValue>;
  if (subject.state === 'invited') return <StatusValue status="waiting">Invited</StatusValue>;
  return <StatusValue status="ok">Active</StatusValue>;
}
