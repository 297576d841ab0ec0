'use client';
import { Field } from '@/ui/field.tsx';
import { errorOf, type FormErrors } from '@/ui/form-errors.ts';
import { Segmented } from '@/ui/segmented.tsx';
import type { ReachInput } from '../input.ts';
import type { ReachRow } from '../output.ts';
import { ClusterPicker, type PickedCluster } from './cluster-picker.tsx';
import { NamespacePicker } from './namespace-picker.tsx';

export type ReachDraft = { clusters: 'all' | readonly PickedCluster[]; namespaces: 'all' | readonly string[] };

export const wholeReach: ReachDraft = { clusters: 'all', namespaces: 'all' };

export function reachOfDraft({ clusters, namespaces }: ReachDraft): ReachInput {
  return {
    clusters: clusters === 'all' ? 'all' : clusters.map(({ id }) => id),
    namespaces: namespaces === 'all' ? 'all' : [...namespaces],
  };
}

export function draftOfReach({ clusters, namespaces }: ReachRow): ReachDraft {
  return { clusters, namespaces };
}

type ReachFieldsProps = {
  project: string;
  value: ReachDraft;
  onChange: (value: ReachDraft) => void;
  errors: FormErrors;
  /** Why namespaces cannot be chosen, where they cannot. */
  noNamespaces?: string | undefined;
};

/** All of a project, or some clusters and namespaces of it. */
export function ReachFields({ project, value, onChange, errors, noNamespaces }: ReachFieldsProps) {
  const { clusters, namespaces } = value;
  return (
    <>
      <Field label="Clusters" {...errorOf(errors, 'clusters')}>
        {(control) => (
          <>
            <AllOrSome
              label="Which clusters"
              all={clusters === 'all'}
              onChange={(all) => onChange({ ...value, clusters: all ? 'all' : [] })}
            />
            {clusters !== 'all' && (
              <ClusterPicker
                project={project}
                control={control}
                picked={clusters}
                onChange={(picked) => onChange({ ...value, clusters: picked })}
              />
            )}
          </>
        )}
      </Field>
      <Field label="Namespaces" hint={noNamespaces} {...errorOf(errors, 'namespaces')}>
        {(control) => (
          <>
            {noNamespaces === undefined && (
              <AllOrSome
                label="Which namespaces"
                all={namespaces === 'all'}
                onChange={(all) => onChange({ ...value, namespaces: all ? 'all' : [] })}
              />
            )}
            {namespaces !== 'all' && noNamespaces === undefined && (
              <NamespacePicker
                project={project}
                control={control}
                picked={namespaces}
                onChange={(picked) => onChange({ ...value, namespaces: picked })}
              />
            )}
          </>
        )}
      </Field>
    </>
  );
}

function AllOrSome({ label, all, onChange }: { label: string; all: boolean; onChange: (all: boolean) => void }) {
  return (
    <Segmented
      label={label}
      segments={[
        { value: 'all', label: 'All' },
        { value: 'some', label: 'Only some' },
      ]}
      value={all ? 'all' : 'some'}
      onChange={(next) => onChange(next === 'all')}
    />
  );
}
