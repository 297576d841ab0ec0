'use client';
import { Box, Folder, MapPin, UserRound, X, Zap } from 'lucide-react';
import { Button } from '@/ui/button.tsx';
import { SearchInput } from '@/ui/input.tsx';
import { Select } from '@/ui/select.tsx';
import type { useAuditFilter } from './use-audit-filter.ts';

const fields = [
  { name: 'actor', label: 'Who', icon: UserRound },
  { name: 'action', label: 'Action', icon: Zap },
  { name: 'target', label: 'Target', icon: Box },
  { name: 'address', label: 'From address', icon: MapPin },
  { name: 'project', label: 'Project', icon: Folder },
] as const;

const times = [
  { value: 'any', label: 'any' },
  { value: 'now-1h', label: 'last hour' },
  { value: 'now-24h', label: 'last 24 hours' },
  { value: 'now-7d', label: 'last 7 days' },
  { value: 'now-30d', label: 'last 30 days' },
] as const;

type AuditToolbarProps = { filter: ReturnType<typeof useAuditFilter>; ofProject: boolean };

/** Each field narrows the list on the server; together they all have to fit. */
export function AuditToolbar({ filter, ofProject }: AuditToolbarProps) {
  const { inUrl, set, active } = filter;
  const shown = fields.filter(({ name }) => !(ofProject && name === 'project'));
  const chosen = times.find(({ value }) => value === inUrl.from && (inUrl.to ?? 'now') === 'now')?.value;
  const time = chosen ?? (inUrl.from === null && inUrl.to === null ? 'any' : null);
  return (
    <search
      aria-label="Filter the audit log"
      className="flex min-h-12 shrink-0 flex-wrap items-center gap-2 border-t border-line2 px-5 py-2 phone:grid phone:grid-cols-2 phone:px-4"
    >
      {shown.map(({ name, label, icon }, index) => (
        <SearchInput
          key={name}
          label={label}
          icon={icon}
          placeholder={label}
          maxLength={200}
          {...(index === 0 ? { shortcut: '/' } : {})}
          value={inUrl[name] ?? ''}
          onChange={(event) => set({ [name]: event.target.value || null })}
          className="w-44 phone:w-auto"
        />
      ))}
      <Select
        look="filter"
        label="Time"
        options={times}
        value={time}
        placeholder="as chosen above"
        onChange={(value) => set(value === 'any' ? { from: null, to: null } : { from: value, to: 'now' })}
      />
      {active > 0 && (
        <Button size="small" variant="ghost" icon={X} onClick={filter.clear}>
          Clear
        </Button>
      )}
    </search>
  );
}
