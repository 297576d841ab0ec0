import { isAllowed } from '@oriel/domain/permissions';
import type { Metadata } from 'next';
import { FleetPage } from '@/features/fleet/components/fleet-page.tsx';
import { requireUser } from '@/server/require-user.ts';

export const metadata: Metadata = { title: 'Fleet' };

export default async function Page() {
  const principal = await requireUser();
  const canAdd =
    principal.isPlatformAdmin || [...principal.roles.keys()].some((id) => isAllowed(principal, 'clusters:manage', id));
  return <FleetPage canAdd={canAdd} />;
}
