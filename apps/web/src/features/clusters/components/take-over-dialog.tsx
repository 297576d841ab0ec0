'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '@/trpc.tsx';
import { Button } from '@/ui/button.tsx';
import { CopyAsCurl } from '@/ui/copy-as-curl.tsx';
import { Dialog } from '@/ui/dialog.tsx';
import { failureOf } from '@/ui/failure.ts';
import { formatPlural } from '@/ui/format/count.ts';
import type { ClusterDetail } from '../output.ts';
import type { TakeOver } from './take-over.ts';

type TakeOverDialogProps = {
  cluster: ClusterDetail;
  found: TakeOver;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Names every field and its manager before anything of theirs is overwritten. */
export function TakeOverDialog({ cluster, found, open, onOpenChange }: TakeOverDialogProps) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const request = { clusterId: cluster.id, takeOver: true };
  const again = useMutation(
    trpc.clusters.applyAgain.mutationOptions({
      onSuccess: async () => {
        onOpenChange(false);
        await queries.invalidateQueries(trpc.clusters.pathFilter());
      },
    }),
  );
  const failure = failureOf(again.error);
  return (
    <Dialog
      wide
      open={open}
      onOpenChange={(next) => {
        again.reset();
        onOpenChange(next);
      }}
      title={`Take over in ${cluster.name}`}
      about="Oriel applies everything again and overwrites what others own in its objects: what is named here, and what this conflict kept from being found. Whoever set a value may set it again."
      footer={
        <>
          <CopyAsCurl
            request={{ method: 'POST', path: `/api/v1/clusters/${cluster.id}/operations`, body: { takeOver: true } }}
          />
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button variant="primary" pending={again.isPending} onClick={() => again.mutate(request)}>
            Take over
          </Button>
        </>
      }
    >
      {found.fields.length === 0 ? <Objects found={found} /> : <Fields found={found} />}
      {failure !== undefined && (
        <p role="alert" className="mt-2 text-error wrap-anywhere">
          {failure.message}
        </p>
      )}
    </Dialog>
  );
}

function Fields({ found: { object, fields, more } }: { found: TakeOver }) {
  return (
    <>
      <h3 className="mono mb-1 font-semibold wrap-anywhere">{object}</h3>
      <ul>
        {fields.map(({ field, manager }) => (
          <li key={`${field} ${manager}`} className="border-b border-line1 py-1.5 last:border-b-0">
            <span className="mono wrap-anywhere">{field}</span>
            <span className="block text-small text-ink3 wrap-anywhere">
              from <b className="font-semibold text-ink2">{manager}</b>
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="text-small text-ink3">and {formatPlural(more, 'more field')} of it</p>}
    </>
  );
}

function Objects({ found }: { found: TakeOver }) {
  return (
    <>
      <p className="wrap-anywhere">{found.message}</p>
      <p className="mt-2 text-ink2">
        Such objects become this registration's. Those that another registration left there and this one does not need
        are removed.
      </p>
    </>
  );
}
