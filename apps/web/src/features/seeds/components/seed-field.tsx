'use client';
import { Field } from '@/ui/field.tsx';
import { Select } from '@/ui/select.tsx';
import type { ProjectSeed } from '../output.ts';
import type { Suggestion } from '../suggest-seed.ts';

type SeedFieldProps = {
  seeds: readonly Pick<ProjectSeed, 'id' | 'name' | 'region'>[];
  /** What the person chose; the suggestion holds until then. */
  chosen: string | undefined;
  suggestion: Suggestion | undefined;
  onChoose: (seedId: string) => void;
  /** What choosing means, and for how long. */
  about: string;
  error: string | undefined;
};

/** Where data is stored: a choice where there are several places, a fact where there is one. */
export function SeedField({ seeds, chosen, suggestion, onChoose, about, error }: SeedFieldProps) {
  const [only] = seeds;
  if (only === undefined) return null;
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
