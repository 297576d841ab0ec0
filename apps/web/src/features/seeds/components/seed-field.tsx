'use client';
import { ErrorState } from '@/ui/error-state.tsx';
import { failureOf } from '@/ui/failure.ts';
import { Field } from '@/ui/field.tsx';
import { LoadingRows } from '@/ui/loading-rows.tsx';
import { Select } from '@/ui/select.tsx';
import type { ProjectSeed } from '../output.ts';
import type { Suggestion } from '../suggest-seed.ts';

type SeedOption = Pick<ProjectSeed, 'id' | 'name' | 'region'>;

/** What the field needs to know of a query for seeds. */
export type SeedQuery = {
  readonly data: { readonly seeds: readonly SeedOption[] } | undefined;
  readonly error: unknown;
  readonly isFetching: boolean;
  refetch: () => unknown;
};

type SeedFieldProps = {
  query: SeedQuery;
  /** What the person chose; the suggestion holds until then. */
  chosen: string | undefined;
  suggestion: Suggestion | undefined;
  onChoose: (seedId: string) => void;
  /** What choosing means, and for how long. */
  about: string;
  /** What to do where there is no seed. */
  none: string;
  error: string | undefined;
};

/** Where data is stored: a choice where there are several places, a fact where there is one. */
export function SeedField({ query, chosen, suggestion, onChoose, about, none, error }: SeedFieldProps) {
  if (query.data === undefined) return <Unread query={query} />;
  const { seeds } = query.data;
  const [only] = seeds;
  if (only === undefined) return <p className="text-small text-ink2">{none}</p>;
  if (seeds.length === 1) {
    return (
      <p className="text-small text-ink3">
        Stored on the seed <span className="font-medium text-ink2">{only.name}</span> ({only.region}).
      </p>
    );
  }
  const value = chosen ?? suggestion?.seedId ?? null;
  const why = value === suggestion?.seedId ? suggestion?.why : undefined;
  return (
    <Field label="Seed" hint={[about, why].filter(Boolean).join(' ')} {...(error === undefined ? {} : { error })}>
      {(control) => (
        <Select
          {...control}
          label="Seed"
          options={seeds.map(({ id, name, region }) => ({ value: id, label: `${name} · ${region}` }))}
          value={value}
          onChange={onChoose}
        />
      )}
    </Field>
  );
}

function Unread({ query }: { query: SeedQuery }) {
  const failure = failureOf(query.error);
  if (failure === undefined) return <LoadingRows rows={1} awaiting="the seeds" />;
  return (
    <ErrorState
      title="The seeds could not be loaded"
      {...failure}
      onRetry={() => query.refetch()}
      retrying={query.isFetching}
    />
  );
}
