import { clsx } from 'clsx';
import { diffEntry, isChanged } from '../entry-diff.ts';

/** Before and after, field by field: − what was, + what is, the rest in quiet ink. */
export function EntryDiffView({ before, after }: { before: unknown; after: unknown }) {
  const fields = diffEntry(before, after);
  if (fields.length === 0) return <p className="text-ink3">This action changed no field.</p>;
  return (
    <div className="mono overflow-x-auto rounded-control border border-line1 py-1 leading-[18px] scroll-thin">
      {fields.map((field) => {
        const { path, before: old, after: now } = field;
        if (!isChanged(field)) return <Line key={path} sign=" " path={path} value={now ?? ''} />;
        return (
          <div key={path}>
            {old !== undefined && <Line sign="−" path={path} value={old} />}
            {now !== undefined && <Line sign="+" path={path} value={now} />}
          </div>
        );
      })}
    </div>
  );
}

const SPOKEN = { '−': 'Before, ', '+': 'After, ', ' ': 'Unchanged, ' } as const;

function Line({ sign, path, value }: { sign: keyof typeof SPOKEN; path: string; value: string }) {
  return (
    <p
      className={clsx(
        'grid grid-cols-[20px_minmax(0,1fr)] px-2 wrap-anywhere',
        sign === '+' && 'bg-ok-tint text-ok',
        sign === '−' && 'bg-error-tint text-error',
        sign === ' ' && 'text-ink2',
      )}
    >
      <span aria-hidden="true" className="select-none">
        {sign}
      </span>
      <span>
        <span className="sr-only">{SPOKEN[sign]}</span>
        {path !== '' && `${path}: `}
        {value}
      </span>
    </p>
  );
}
