'use client';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { useTRPC } from '@/trpc.tsx';
import { Button } from '@/ui/button.tsx';
import { CopyAsCurl } from '@/ui/copy-as-curl.tsx';
import { Dialog } from '@/ui/dialog.tsx';
import { failureOf } from '@/ui/failure.ts';
import { toastDone, toastError } from '@/ui/toast.ts';
import { replaceKubeconfigInput } from '../input.ts';
import { KubeconfigField } from './kubeconfig-field.tsx';
import { PreflightPane } from './preflight-pane.tsx';

const pasted = replaceKubeconfigInput.pick({ kubeconfig: true });

type ReplaceKubeconfigProps = {
  cluster: { id: string; name: string };
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Paste, check, replace. Nothing changes until every check has passed. */
export default function ReplaceKubeconfig({ cluster, open, onOpenChange }: ReplaceKubeconfigProps) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const form = useForm<z.input<typeof pasted>>({ resolver: zodResolver(pasted), defaultValues: { kubeconfig: '' } });
  const withCluster = (values: z.input<typeof pasted>) => ({ clusterId: cluster.id, ...values });
  const check = useMutation(trpc.clusters.preflightReplacement.mutationOptions());
  // They are about another text than the one that is there now.
  const forgetFindings = () => {
    form.clearErrors();
    check.reset();
  };
  const close = (next: boolean) => {
    onOpenChange(next);
    if (next) return;
    form.reset();
    check.reset();
  };
  const replace = useMutation(
    trpc.clusters.replaceKubeconfig.mutationOptions({
      onSuccess: async () => {
        toastDone(`The kubeconfig of ${cluster.name} was replaced`);
        close(false);
        await queries.invalidateQueries(trpc.clusters.pathFilter());
      },
      onError: (error) => {
        const message = failureOf(error)?.message ?? 'It could not be replaced.';
        // Whoever has closed the dialog meanwhile is told as well.
        if (open) form.setError('kubeconfig', { message }, { shouldFocus: true });
        else toastError(`The kubeconfig of ${cluster.name} was not replaced: ${message}`);
      },
    }),
  );
  return (
    <Dialog
      wide
      open={open}
      onOpenChange={close}
      title={`Replace the kubeconfig of ${cluster.name}`}
      about="For a credential that has expired or was revoked, or a new address. It must lead to the same cluster: its settings, agents and everything stored stay as they are."
      footer={
        <>
          <CopyAsCurl
            request={{
              method: 'PUT',
              path: `/api/v1/clusters/${cluster.id}/kubeconfig`,
              body: { kubeconfig: '<kubeconfig>' },
            }}
          />
          <Button
            icon={ShieldCheck}
            pending={check.isPending}
            onClick={async () => {
              if (await form.trigger('kubeconfig', { shouldFocus: true })) check.mutate(withCluster(form.getValues()));
            }}
          >
            Check only
          </Button>
          <Button variant="primary" type="submit" form="replace-kubeconfig" pending={replace.isPending}>
            Replace
          </Button>
        </>
      }
    >
      <form
        id="replace-kubeconfig"
        noValidate
        onSubmit={form.handleSubmit((input) => replace.mutate(withCluster(input)))}
        className="grid grid-cols-2 gap-x-5 gap-y-3 phone:grid-cols-1"
      >
        <KubeconfigField
          {...form.register('kubeconfig', { onChange: forgetFindings })}
          className="desk:min-h-[300px] phone:h-[160px]"
          error={form.formState.errors.kubeconfig?.message}
        />
        <section aria-label="Preflight" className="flex min-h-[360px] min-w-0 flex-col gap-2 phone:min-h-[330px]">
          <h3 className="font-medium">Preflight</h3>
          <PreflightPane result={check.data} failure={failureOf(check.error)} pending={check.isPending} />
        </section>
      </form>
    </Dialog>
  );
}
