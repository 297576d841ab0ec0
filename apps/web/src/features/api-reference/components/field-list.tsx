import { clsx } from 'clsx';
import type { FieldRow } from '../types.ts';
import { Prose } from './prose.tsx';

const INDENT = ['', 'pl-4', 'pl-8', 'pl-12', 'pl-16'] as const;
/** Where the type stands below the name. */
const PHONE_INDENT = ['', 'phone:pl-4', 'phone:pl-8', 'phone:pl-12', 'phone:pl-16'] as const;

/** Fields with their types; those of an object stand below it, further in. */
export function FieldList({ label, fields }: { label: string; fields: readonly FieldRow[] }) {
  return (
    <ul aria-label={label} className="flex flex-col">
      {fields.map((field) => (
        <li
          key={field.key}
          className="grid grid-cols-[minmax(0,15rem)_minmax(0,1fr)] gap-x-3 border-t border-line1 py-1 first:border-t-0 phone:grid-cols-1"
        >
          <span className={clsx('mono min-w-0 wrap-anywhere', INDENT[field.depth])}>
            {field.name}
            {!field.required && <span className="font-ui text-small text-ink3"> optional</span>}
          </span>
          <span className={clsx('min-w-0', PHONE_INDENT[field.depth])}>
            <span className="text-small text-ink2 wrap-anywhere">{field.type}</span>
            {field.fallback !== undefined && (
              <span className="text-small text-ink3">
                {' '}
                · unless given <span className="mono">{field.fallback}</span>
              </span>
            )}
            {field.description !== undefined && (
              <span className="block max-w-[72ch]">
                <Prose text={field.description} />
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
