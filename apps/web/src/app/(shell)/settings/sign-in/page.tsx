import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ProvidersPage } from '@/features/identity-providers/components/providers-page.tsx';
import { requireUser } from '@/server/require-user.ts';

export const metadata: Metadata = { title: 'Sign-in' };

export default async function Page() {
  const { isPlatformAdmin } = await requireUser();
  if (!isPlatformAdmin) notFound();
  return <ProvidersPage />;
}
