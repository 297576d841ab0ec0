import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { listOffered } from '@/features/identity-providers/server/service.ts';
import { SignInPage } from '@/features/sign-in/components/sign-in-page.tsx';
import { returnPath } from '@/features/sign-in/return-path.ts';
import { type LandingQuery, landingWords } from '@/features/sign-in/server/landing.ts';
import { db } from '@/server/db.ts';
import { isSignedIn } from '@/server/require-user.ts';

export const metadata: Metadata = { title: 'Sign in' };

export default async function Page({ searchParams }: { searchParams: Promise<LandingQuery & { from?: string }> }) {
  const query = await searchParams;
  const from = returnPath(query.from);
  if (await isSignedIn()) redirect(from);
  const [providers, refusal] = await Promise.all([listOffered(db()), landingWords(db(), query)]);
  return <SignInPage from={from} providers={providers} {...(refusal === undefined ? {} : { refusal })} />;
}
