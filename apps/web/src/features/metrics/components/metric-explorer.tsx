'use client';
import { useEffect, useState } from 'react';
import { Badge } from '@/ui/badge.tsx';
import { SearchInput } from '@/ui/input.tsx';
import { useAsyncSearch } from '@/ui/use-async-search.ts';
import { type Metadata, type MetricSource, MOST_SHOWN } from '../data/metric-source.ts';

type MetricExplorerProps = { source: MetricSource; onChoose: (metric: string) => void };

/** Metric names of the range, searched by the store, with their type and help where agents send them. */
export function MetricExplorer({ source, onChoose }: MetricExplorerProps) {
  const [text, setText] = useState('');
  const [more, setMore] = useState(false);
  const { items, pending, error } = useAsyncSearch(
    async (query, signal) => {
      const found = await source.names(query.trim(), signal);
      setMore(found.more);
      return found.values;
    },
    text,
    true,
  );
  return (
    <div className="flex min-h-0 flex-col">
      <div className="sticky top-0 z-10 border-b border-line1 bg-raised p-3">
        <SearchInput
          label="Search metrics"
          placeholder="Part of a name"
          value={text}
          onChange={(event) => setText(event.target.value)}
          autoFocus
        />
        <p role="status" className="mt-1.5 text-small text-ink3">
          {error !== null
            ? `The metrics could not be searched. ${error}`
            : more
              ? `The first ${MOST_SHOWN}: type to narrow`
              : pending && items.length === 0
                ? 'Searching'
                : `${items.length} ${items.length === 1 ? 'metric' : 'metrics'} in this range`}
        </p>
      </div>
      <ul>
        {items.map((metric) => (
          <MetricRow key={metric} metric={metric} source={source} onChoose={onChoose} />
        ))}
      </ul>
    </div>
  );
}

type MetricRowProps = { metric: string; source: MetricSource; onChoose: (metric: string) => void };

function MetricRow({ metric, source, onChoose }: MetricRowProps) {
  const [metadata, setMetadata] = useState<Metadata>();
  useEffect(() => {
    let wanted = true;
    source.describe(metric).then((found) => wanted && setMetadata(found));
    return () => {
      wanted = false;
    };
  }, [metric, source]);
  const type = metadata?.type ?? typeByName(metric);
  return (
    <li className="border-b border-line1">
      <button
        type="button"
        onClick={() => onChoose(metric)}
        className="flex min-h-8 w-full flex-col gap-0.5 px-4 py-1.5 text-left hover:bg-hover phone:min-h-10"
      >
        <span className="flex w-full items-start gap-2">
          <span className="mono min-w-0 flex-1 wrap-anywhere">{metric}</span>
          {type !== undefined && <Badge>{type}</Badge>}
        </span>
        {metadata !== undefined && metadata.help !== '' && (
          <span className="text-small text-ink3">{metadata.help}</span>
        )}
      </button>
    </li>
  );
}

/** By the naming conventions of Prometheus, where the targets say nothing. */
function typeByName(metric: string): string | undefined {
  if (metric.endsWith('_bucket')) return 'histogram';
  return /_(total|count|sum)$/.test(metric) ? 'counter' : undefined;
}
