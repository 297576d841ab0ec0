import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ClusterPage } from '@/features/clusters/components/cluster-page.tsx';
import { clusterInput } from '@/features/clusters/input.ts';

export const metadata: Metadata = { title: 'Cluster' };

export default async function Page({ params }: { params: Promise<{ clusterId: string }> }) {
  const parsed = clusterInput.safeParse(await params);
  if (!parsed.success) notFound();
  return <ClusterPage clusterId={parsed.data.clusterId} />;
}
