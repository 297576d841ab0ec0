'use client';
import { clsx } from 'clsx';
import Link from 'next/link';
import { useState } from 'react';
import { SearchInput } from '@/ui/input.tsx';
import { matchGroups } from '../match-groups.ts';
import type { ListedOperation, OperationGroup } from '../types.ts';
import { MethodName } from './method-name.tsx';

type OperationListProps = { groups: readonly OperationGroup[]; current: string | undefined };

/** Every operation by section, narrowed by what is typed. */
export function OperationList({ groups, current }: OperationListProps) {
  const [search, setSearch] = useState('');
  const found = matchGroups(groups, search);
  return (
    <nav aria-label="Operations" className="flex min-h-0 min-w-0 flex-col desk:border-r desk:border-line1">
      <div className="shrink-0 px-3 py-2 phone:px-4">
        <SearchInput
          label="Search operations"
          placeholder="Search operations"
          shortcut="/"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </div>
      <div className="scroll-thin min-h-0 flex-1 overflow-y-auto pb-4 phone:overflow-visible">
        {found.map((group) => (
          <section key={group.tag} aria-label={group.tag}>
            <h2 className="px-5 pt-2.5 pb-1 text-small font-medium text-ink3 phone:px-4">{group.tag}</h2>
            <ul>
              {group.operations.map((operation) => (
                <Row key={operation.id} operation={operation} current={operation.id === current} />
              ))}
            </ul>
          </section>
        ))}
        {found.length === 0 && (
          <p className="px-5 py-2 text-ink2 phone:px-4">No operation has “{search}” in its address or name.</p>
        )}
      </div>
    </nav>
  );
}

function Row({ operation, current }: { operation: ListedOperation; current: boolean }) {
  return (
    <li>
      <Link
        href={`/docs/api/${operation.id}`}
        aria-current={current ? 'page' : undefined}
        className={clsx(
          'flex min-h-9 flex-col justify-center px-5 py-1 hover:bg-hover phone:min-h-11 phone:px-4',
          current && 'bg-selected',
        )}
      >
        <span className="truncate">{operation.summary}</span>
        <span className="flex min-w-0 text-small">
          <MethodName method={operation.method} />
          <span className="mono truncate text-ink3">{operation.path}</span>
        </span>
      </Link>
    </li>
  );
}
