import type { Metadata } from 'next';
import { SeedsPage } from '@/features/seeds/components/seeds-page.tsx';

export const metadata: Metadata = { title: 'Seeds' };

export default function Page() {
  return <SeedsPage />;
}
