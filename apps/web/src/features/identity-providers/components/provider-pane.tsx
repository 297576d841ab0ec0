'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/trpc.tsx';
import { StatusBadge } from '@/ui/badge.tsx';
import { Button } from '@/ui/button.tsx';
import { ConfirmDelete } from '@/ui/confirm-delete.tsx';
import { CopyAsCurl } from '@/ui/copy-as-curl.tsx';
import { failureOf } from '@/ui/failure.ts';
import { formatPlural } from '@/ui/format/count.ts';
import { KeyValue } from '@/ui/key-value.tsx';
import { Pane } from '@/ui/pane.tsx';
import { toastDone, toastError } from '@/ui/toast.ts';
import type { ProviderRow } from '../output.ts';
import { ProviderFindings } from './provider-findings.tsx';

/** One provider: what it is, what its groups give, and what can be done with it. */
export function ProviderPane({ provider, onEdit }: { provider: ProviderRow; onEdit: () => void }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [deleting, setDeleting] = useState(false);
  const { id, name, issuer, enabled } = provider;
  const onSettled = () => queries.invalidateQueries(trpc.identityProviders.pathFilter());
  const update = useMutation(
    trpc.identityProviders.update.mutationOptions({
      onSuccess: ({ endedSessions, provider: { enabled: on } }) =>
        toastDone(on ? `${name} is offered again` : `${name} is off; ${formatPlural(endedSessions, 'session')} ended`),
      onError: (error) => toastError(failureOf(error)?.message ?? 'It could not be changed.'),
      onSettled,
    }),
  );
  const remove = useMutation(
    trpc.identityProviders.delete.mutationOptions({ onSuccess: () => toastDone(`${name} is deleted`), onSettled }),
  );
  const test = useMutation(trpc.identityProviders.test.mutationOptions());
  const removal = failureOf(remove.error);
  return (
    <Pane
      title={name}
      badge={<StatusBadge status={enabled ? 'ok' : 'off'} label={enabled ? 'offered' : 'switched off'} />}
      className="border-b border-line1 last:border-b-0"
    >
      <KeyValue facts={factsOf(provider)} />
      <ProviderFindings test={test} />
      <div className="flex flex-wrap gap-2">
        <Button size="small" pending={test.isPending} onClick={() => test.mutate({ issuer })}>
          Test
        </Button>
        <Button size="small" onClick={onEdit}>
          Change
        </Button>
        <Button size="small" pending={update.isPending} onClick={() => update.mutate({ id, enabled: !enabled })}>
          {enabled ? 'Switch off' : 'Switch on'}
        </Button>
        <Button size="small" variant="destructive" onClick={() => setDeleting(true)}>
          Delete
        </Button>
        <CopyAsCurl
          size="small"
          request={{ method: 'PATCH', path: `/api/v1/identity-providers/${id}`, body: { enabled: !enabled } }}
        />
      </div>
      <ConfirmDelete
        open={deleting}
        onOpenChange={setDeleting}
        action="Delete provider"
        name={name}
        onConfirm={() => remove.mutate({ id, confirmName: name })}
        pending={remove.isPending}
        {...(removal === undefined ? {} : { error: removal.message })}
      >
        Sessions it began end, and its groups lose their roles. People stay; who has no password needs a link from you
        to come in again.
      </ConfirmDelete>
    </Pane>
  );
}

function factsOf({ issuer, clientId, callbackUrl, scopes, ...provider }: ProviderRow) {
  const { groupsClaim, adminGroups, trustsEmail, bindings, people } = provider;
  const roles = bindings.map(({ group, role, project }) => `${group}: ${role} of ${project}`);
  return [
    { label: 'Issuer', value: <span className="mono">{issuer}</span> },
    { label: 'Client', value: <span className="mono">{clientId}</span> },
    { label: 'Callback', value: <span className="mono">{callbackUrl}</span> },
    { label: 'After signing out', value: <span className="mono">{new URL('/sign-in', callbackUrl).href}</span> },
    { label: 'Scopes', value: <span className="mono">{['openid', ...scopes].join(' ')}</span> },
    { label: 'Groups from', value: <span className="mono">{groupsClaim}</span> },
    { label: 'Addresses', value: trustsEmail ? 'trusted, unless it says otherwise' : 'only those it says it verified' },
    { label: 'Administrators', value: adminGroups.join(', ') || 'no group' },
    { label: 'Roles', value: roles.length === 0 ? 'no group has one' : <Lines lines={roles} /> },
    { label: 'People', value: people },
  ];
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
