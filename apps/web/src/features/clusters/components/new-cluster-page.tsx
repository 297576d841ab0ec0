'use client';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus, ShieldCheck } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { useTRPC } from '@/trpc.tsx';
import { Button } from '@/ui/button.tsx';
import { CopyAsCurl } from '@/ui/copy-as-curl.tsx';
import { ErrorState } from '@/ui/error-state.tsx';
import { failureOf } from '@/ui/failure.ts';
import { refusalBeside } from '@/ui/form-errors.ts';
import { PageHeader } from '@/ui/page-header.tsx';
import { Pane, PaneGrid } from '@/ui/pane.tsx';
import { suggestSeed } from '../../seeds/suggest-seed.ts';
import { wishOf } from '../first-settings.ts';
import { createClusterInput } from '../input.ts';
import { ClusterFields } from './cluster-fields.tsx';
import { PreflightPane } from './preflight-pane.tsx';

export type NewClusterForm = z.input<typeof createClusterInput>;
type Project = { slug: string; name: string };

/** Fields of a refusal, and where the form shows them. */
const fields: Readonly<Record<string, keyof NewClusterForm>> = {
  name: 'name',
  kubeconfig: 'kubeconfig',
  region: 'region',
  seedId: 'seedId',
  'monitoring.enabled': 'monitoring',
  'logging.enabled': 'logging',
};

/** Register a cluster: paste, check, add. Nothing is stored until every check has passed. */
export function NewClusterPage({ projects, project }: { projects: readonly Project[]; project: string | undefined }) {
  const trpc = useTRPC();
  const router = useRouter();
  const queries = useQueryClient();
  const form = useForm<NewClusterForm, unknown, z.output<typeof createClusterInput>>({
    resolver: zodResolver(createClusterInput),
    defaultValues: {
      project: project ?? projects[0]?.slug ?? '',
      name: '',
      region: '',
      kubeconfig: '',
    },
  });
  const seedQuery = useQuery(trpc.seeds.ofProject.queryOptions({ project: form.watch('project') }));
  const seeds = seedQuery.data?.seeds ?? [];
  const choosesSeed = seeds.length > 1;
  const suggestion = suggestSeed(seeds, form.watch('region'));
  const policies = useQuery(trpc.policies.ofProject.queryOptions({ project: form.watch('project') }));
  const policyOf = (key: string) => policies.data?.forNewClusters.find(({ setting }) => setting === key);
  const signals = { monitoring: policyOf('monitoring.enabled'), logging: policyOf('logging.enabled') };
  const withWishes = <
    Values extends { seedId?: string | undefined; monitoring?: boolean | undefined; logging?: boolean | undefined },
  >(
    values: Values,
  ) => ({
    ...values,
    seedId: choosesSeed ? (values.seedId ?? suggestion?.seedId) : undefined,
    monitoring: wishOf(values.monitoring, signals.monitoring),
    logging: wishOf(values.logging, signals.logging),
  });
  const check = useMutation(trpc.clusters.preflight.mutationOptions());
  const create = useMutation(
    trpc.clusters.create.mutationOptions({
      onSuccess: async ({ clusterId }) => {
        await queries.invalidateQueries(trpc.fleet.pathFilter());
        router.push(`/clusters/${clusterId}`);
      },
      onError: (error) => {
        const failure = failureOf(error);
        const field = failure?.field;
        const named = field === undefined ? undefined : fields[field];
        if (failure && named !== undefined) form.setError(named, { message: failure.message });
      },
    }),
  );
  const shown = Object.keys(fields).filter((field) => field !== 'seedId' || choosesSeed);
  const refused = refusalBeside(failureOf(create.error), shown);
  const unread = failureOf(policies.data === undefined ? policies.error : null);

  return (
    <form onSubmit={form.handleSubmit((input) => create.mutate(withWishes(input)))} className="contents" noValidate>
      <PageHeader title="Add cluster" crumbs={[{ label: 'Fleet', href: '/fleet' }, { label: 'New' }]} />
      <div className="border-t border-line2" />
      <PaneGrid columns={2}>
        <Pane title="Cluster">
          <ClusterFields
            form={form}
            projects={projects}
            signals={signals}
            unread={
              unread && (
                <ErrorState
                  title="What policies say of a new cluster could not be read"
                  {...unread}
                  onRetry={() => policies.refetch()}
                  retrying={policies.isFetching}
                />
              )
            }
            seed={{ query: seedQuery, suggestion }}
          />
        </Pane>
        <Pane title="Preflight">
          <PreflightPane result={check.data} failure={failureOf(check.error)} pending={check.isPending} />
        </Pane>
      </PaneGrid>
      <div className="flex flex-wrap items-center gap-2 px-5 py-3 phone:px-4">
        <Button variant="primary" type="submit" icon={Plus} pending={create.isPending}>
          Add cluster
        </Button>
        <Button
          icon={ShieldCheck}
          pending={check.isPending}
          onClick={async () => {
            if (await form.trigger(['project', 'kubeconfig'])) check.mutate(form.getValues());
          }}
        >
          Check only
        </Button>
        <CopyAsCurl
          request={() => {
            const { project, ...values } = withWishes(form.getValues());
            const path = `/api/v1/projects/${project}/clusters`;
            return { method: 'POST', path, body: { ...values, kubeconfig: '<kubeconfig>' } };
          }}
        />
        {refused !== undefined && (
          <p role="alert" className="text-error">
            {refused}
          </p>
        )}
      </div>
    </form>
  );
}
