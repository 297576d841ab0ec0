import type { Metadata } from 'next';
import { AccountPage } from '@/features/account/components/account-page.tsx';
import { requireUser } from '@/server/require-user.ts';

export const metadata: Metadata = { title: 'Account' };

export default async function Page() {
  const { name, email } = await requireUser();
  return <AccountPage user={{ name, email }} />;
}
