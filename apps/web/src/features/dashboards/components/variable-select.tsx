'use client';
import { useQuery } from '@tanstack/react-query';
import { StoreClient } from '@/features/query/store-client.ts';
import { SearchInput } from '@/ui/input.tsx';
import { Select } from '@/ui/select.tsx';
import { resolveRange } from '@/ui/time/range.ts';
import { useTimeRange } from '@/ui/time/use-time-range.ts';
import type { Shared } from '../frame-messages.ts';
import { all, type DashboardVariable, filled, isAll } from '../variables.ts';

type VariableSelectProps = {
  project: string;
  variable: DashboardVariable;
  shared: Shared;
  onChange: (name: string, values: readonly string[]) => void;
};

/** More than anybody reads through; who looks for another one names it in Grafana. */
const mostOptions = 1_000;

/** One of a dashboard's variables: all, or one of the values that the store knows in the page's range. */
export function VariableSelect({ project, variable, shared, onChange }: VariableSelectProps) {
  const { name, label, from } = variable;
  const parameter = `var-${name}`;
  const chosen = shared[parameter] ?? [];
  const { values, failed } = useValues(project, variable, shared);
  if (from === 'text') {
    return (
      <SearchInput
        label={label}
        placeholder={label}
        defaultValue={chosen[0] ?? ''}
        onBlur={(event) => onChange(parameter, event.target.value === '' ? [] : [event.target.value])}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
        className="w-48 phone:w-full"
      />
    );
  }
  const several = isAll(chosen) || chosen.length === 1 ? [] : [chosen.join(', ')];
  const current = isAll(chosen) ? all : (several[0] ?? chosen[0] ?? all);
  const known = new Set([...several, ...(isAll(chosen) ? [] : chosen), ...values]);
  return (
    <>
      <Select
        look="filter"
        label={label}
        options={[{ value: all, label: 'all' }, ...[...known].map((value) => ({ value, label: value }))]}
        value={current}
        onChange={(value) => onChange(parameter, [value])}
      />
      {failed && (
        <span role="status" className="text-small text-ink3">
          Its values could not be read; they are asked for again.
        </span>
      )}
    </>
  );
}

function useValues(project: string, { from, labelName, selector }: DashboardVariable, shared: Shared) {
  const { range } = useTimeRange();
  const where = filled(selector, shared);
  const { data, isError } = useQuery<string[]>({
    queryKey: ['dashboard-variable', project, from, labelName, where, range],
    enabled: from !== 'text',
    // A cluster that has just begun to send is a choice without a reload.
    refetchInterval: ({ state }) => (state.data?.length ? 60_000 : 5_000),
    queryFn: async ({ signal }) => {
      const { from: start, to: end } = resolveRange(range, Date.now());
      const store = new StoreClient(project, from === 'logs' ? 'loki' : 'prometheus');
      const picked = from === 'logs' ? { query: where || undefined } : { 'match[]': where || undefined };
      const ends =
        from === 'logs' ? { start: `${start}000000`, end: `${end}000000` } : { start: start / 1e3, end: end / 1e3 };
      const { data: found } = await store.get<string[] | undefined>(
        `label/${labelName}/values`,
        { ...picked, ...ends },
        signal,
      );
      return (found ?? []).slice(0, mostOptions);
    },
  });
  return { values: data ?? [], failed: data === undefined && isError };
}
