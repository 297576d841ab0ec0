import { isAllowed } from '@oriel/domain/permissions';
import { FolderPlus } from 'lucide-react';
import type { Metadata } from 'next';
import { NewClusterPage } from '@/features/clusters/components/new-cluster-page.tsx';
import { serverCaller } from '@/server/caller.ts';
import { requireUser } from '@/server/require-user.ts';
import { ButtonLink } from '@/ui/button.tsx';
import { EmptyState } from '@/ui/empty-state.tsx';
import { PageHeader } from '@/ui/page-header.tsx';

export const metadata: Metadata = { title: 'Add cluster' };

export default async function Page({ searchParams }: { searchParams: Promise<{ project?: string }> }) {
  const principal = await requireUser();
  const { projects } = await (await serverCaller()).session.me();
  const allowed = projects.filter((project) => isAllowed(principal, 'clusters:manage', project.id));
  if (allowed.length > 0) return <NewClusterPage projects={allowed} project={(await searchParams).project} />;
  return (
    <>
      <PageHeader title="Add cluster" crumbs={[{ label: 'Fleet', href: '/fleet' }, { label: 'New' }]} />
      <EmptyState
        title="There is no project you may add a cluster to"
        why={
          principal.isPlatformAdmin
            ? 'A cluster belongs to a project: create one first.'
            : 'Adding a cluster needs the role owner or editor. Ask an owner of your project.'
        }
        action={
          principal.isPlatformAdmin && (
            <ButtonLink variant="primary" icon={FolderPlus} href="/projects">
              Open projects
            </ButtonLink>
          )
        }
      />
    </>
  );
}
