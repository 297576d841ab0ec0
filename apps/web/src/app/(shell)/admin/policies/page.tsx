import type { Metadata } from 'next';
import { PlatformPoliciesPage } from '@/features/policies/components/platform-policies-page.tsx';

export const metadata: Metadata = { title: 'Policies' };

export default function Page() {
  return <PlatformPoliciesPage />;
}
