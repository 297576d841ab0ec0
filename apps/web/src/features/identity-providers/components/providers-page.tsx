'use client';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { lazy, useState } from 'react';
import { settingsTabs } from '@/features/account/settings-tabs.ts';
import { useTRPC } from '@/trpc.tsx';
import { Button } from '@/ui/button.tsx';
import { EmptyState } from '@/ui/empty-state.tsx';
import { ErrorState } from '@/ui/error-state.tsx';
import { failureOf } from '@/ui/failure.ts';
import { LazyOverlay } from '@/ui/lazy-popup.tsx';
import { LoadingRows } from '@/ui/loading-rows.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { PaneGrid } from '@/ui/pane.tsx';
import { TabLinks } from '@/ui/tabs.tsx';
import type { ProviderRow } from '../output.ts';
import { ProviderPane } from './provider-pane.tsx';

const load = () => import('./provider-form.tsx');
const ProviderForm = lazy(load);

/** Who vouches for people, and what do their groups give them? */
export function ProvidersPage() {
  const trpc = useTRPC();
  const list = useQuery(trpc.identityProviders.list.queryOptions());
  const failure = failureOf(list.error);
  const [open, setOpen] = useState(false);
  /** Undefined: a new one. */
  const [edited, setEdited] = useState<ProviderRow>();
  const edit = (provider: ProviderRow | undefined) => {
    setEdited(provider);
    setOpen(true);
  };
  const providers = list.data?.providers;
  return (
    <>
      <PageHeader
        title="Settings"
        actions={
          <Button variant="primary" icon={Plus} onPointerEnter={load} onClick={() => edit(undefined)}>
            Add provider
          </Button>
        }
      />
      <TabLinks label="Settings" links={settingsTabs(true)} current="/settings/sign-in" />
      {providers === undefined ? (
        failure ? (
          <ErrorState title="The identity providers could not be loaded" {...failure} onRetry={() => list.refetch()} />
        ) : (
          <LoadingRows rows={3} awaiting="the identity providers" />
        )
      ) : providers.length === 0 ? (
        <EmptyState
          title="There is no identity provider"
          why="People sign in with a password of Oriel’s own. A provider that speaks OpenID Connect (Keycloak, Dex, Entra ID, Okta, …) signs them in with the account they have, and its groups give them their roles."
        />
      ) : (
        <PaneGrid>
          {providers.map((provider) => (
            <ProviderPane key={provider.id} provider={provider} onEdit={() => edit(provider)} />
          ))}
        </PaneGrid>
      )}
      <LazyOverlay trigger={undefined} open={open} onOpenChange={setOpen} preload={load}>
        {() => <ProviderForm key={edited?.id ?? ''} provider={edited} open={open} onOpenChange={setOpen} />}
      </LazyOverlay>
    </>
  );
}
