import type { Metadata } from 'next';
import { OrganizationsPage } from '@/features/grafana/components/organizations-page.tsx';

export const metadata: Metadata = { title: 'Grafana organizations' };

export default function Page() {
  return <OrganizationsPage />;
}
