import type { ReactNode } from 'react';

export type Fact = { label: string; value: ReactNode };

/** Label and value rows; the label column is as wide as its longest word. */
export function KeyValue({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-small leading-[18px]">
      {facts.map((fact) => (
        <div key={fact.label} className="contents">
          <dt className="text-ink3">{fact.label}</dt>
          <dd className="tnum min-w-0 wrap-anywhere">{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
