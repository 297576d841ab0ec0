'use client';
import { lazy, Suspense } from 'react';
import type { TimeSeriesGraphProps } from './time-series-types.ts';

const Loaded = lazy(() => import('./time-series-view.tsx'));

/** Lines over time. The drawing library arrives when first needed; the height is kept meanwhile. */
export function TimeSeriesGraph(props: TimeSeriesGraphProps) {
  return (
    <Suspense fallback={<div aria-busy="true" style={{ height: props.height ?? 280 }} />}>
      <Loaded {...props} />
    </Suspense>
  );
}
