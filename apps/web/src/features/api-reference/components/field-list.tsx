import type { FieldRow } from '../types.ts';

const INDENT = ['', 'pl-4', 'pl-8', 'pl-12', 'pl-16'] as const;

/** Fields with their types; those of an object stand below it, further in. */
export function FieldList({ label, fields }: { label: string; fields: readonly FieldRow[] }) {
  return (
    <ul aria-label={label} className="flex flex-col">
      {fields.map((field) => (
        <li
          key={field.key}
          className={`grid grid-cols-[minmax(0,13rem)_minmax(0,1fr)] gap-x-3 border-t border-line1 py-1 first:border-t-0 phone:grid-cols-1 ${INDENT[field.depth] ?? 'pl-16'}`}
        >
          <span className="mono min-w-0 wrap-anywhere">
            {field.name}
            {!field.required && <span className="font-ui text-small text-ink3"> optional</span>}
          </span>
          <span className="min-w-0">
            <span className="text-small text-ink2 wrap-anywhere">{field.type}</span>
            {field.fallback !== undefined && (
              <span className="text-small text-ink3">
                {' '}
                · unless given <span className="mono">{field.fallback}</span>
              </span>
            )}
            {field.description !== undefined && <span className="block max-w-[72ch]">{field.description}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
