'use client';
import { PHONE, useMedia } from '@/ui/use-media.ts';
import type { Metrics } from '../hooks/use-metrics.ts';
import { DeskQuery } from './desk-query.tsx';
import { PhoneQuery } from './phone-query.tsx';

export type QueryPaneProps = {
  metrics: Metrics;
  onFocusRow: (index: number) => void;
  onExplore: () => void;
  /** An address with the present range as absolute times. */
  shareLink: () => string;
};

/** The queries, wide or folded. */
export function QueryPane(props: QueryPaneProps) {
  const phone = useMedia(PHONE);
  if (phone) return <PhoneQuery {...props} />;
  return (
    <div className="shrink-0 phone:hidden">
      <DeskQuery {...props} />
    </div>
  );
}
