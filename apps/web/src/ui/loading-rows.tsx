'use client';
import { useEffect, useState } from 'react';

type LoadingRowsProps = { rows?: number /** What is awaited, said after 10 s: "seed fra-2". */; awaiting: string };

const WIDTHS = ['w-2/5', 'w-1/3', 'w-1/2', 'w-1/4', 'w-3/8'];

/** In place of one value. */
export function LoadingBar({ className }: { className: string | undefined }) {
  return <span aria-hidden="true" className={`h-2.5 rounded-badge bg-hover ${className}`} />;
}

/** Hairlines stay, cells are bars; after 10 s it says what it waits for. */
export function LoadingRows({ rows = 6, awaiting }: LoadingRowsProps) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 10_000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div aria-busy="true">
      <p role="status" className={slow ? 'px-5 py-2 text-small text-ink3 phone:px-4' : 'sr-only'}>
        {slow ? `Still waiting for ${awaiting}.` : 'Loading'}
      </p>
      <ul aria-hidden="true">
        {Array.from({ length: rows }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the bars are all alike and never move.
          <li key={row} className="flex h-9 items-center border-b border-line1 px-5 phone:h-16 phone:px-4">
            <LoadingBar className={WIDTHS[row % WIDTHS.length]} />
          </li>
        ))}
      </ul>
    </div>
  );
}
