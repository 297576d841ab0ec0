import { TRPCError } from '@trpc/server';
import type { Metadata } from 'next';
import { WelcomeForm } from '@/features/sign-in/components/welcome-form.tsx';
import { WelcomeRefused } from '@/features/sign-in/components/welcome-refused.tsx';
import { serverCaller } from '@/server/caller.ts';
import { TrpcProvider } from '@/trpc.tsx';

/** The address is a secret: no other site may learn it from a Referer. */
export const metadata: Metadata = { title: 'Welcome', referrer: 'no-referrer' };

export default async function Page({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const found = await look(token);
  if ('refused' in found) return <WelcomeRefused message={found.refused} />;
  return (
    <TrpcProvider>
      <WelcomeForm token={token} email={found.email} name={found.name} />
    </TrpcProvider>
  );
}

async function look(token: string) {
  try {
    return await (await serverCaller()).welcome.check({ token });
  } catch (error) {
    if (error instanceof TRPCError && error.code !== 'INTERNAL_SERVER_ERROR') return { refused: error.message };
    throw error;
  }
}
