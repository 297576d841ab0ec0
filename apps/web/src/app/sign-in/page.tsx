import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { SignInPage } from '@/features/sign-in/components/sign-in-page.tsx';
import { returnPath } from '@/features/sign-in/return-path.ts';
import { currentPrincipal } from '@/server/require-user.ts';

export const metadata: Metadata = { title: 'Sign in' };

export default async function Page({ searchParams }: { searchParams: Promise<{ from?: string }> }) {
  const from = returnPath((await searchParams).from);
  if (await currentPrincipal()) redirect(from);
  return <SignInPage from={from} />;
}
