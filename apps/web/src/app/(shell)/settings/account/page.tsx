import type { Metadata } from 'next';
import { AccountPage } from '@/features/account/components/account-page.tsx';
import { type LandingQuery, landingWords } from '@/features/sign-in/server/landing.ts';
import { db } from '@/server/db.ts';
import { requireUser } from '@/server/require-user.ts';

export const metadata: Metadata = { title: 'Account' };

export default async function Page({ searchParams }: { searchParams: Promise<LandingQuery> }) {
  const { name, email, isPlatformAdmin } = await requireUser();
  const refusal = await landingWords(db(), await searchParams);
  return (
    <AccountPage
      user={{ name, email, isPlatformAdmin }}
      {...(refusal === undefined ? {} : { connectionRefusal: refusal })}
    />
  );
}
