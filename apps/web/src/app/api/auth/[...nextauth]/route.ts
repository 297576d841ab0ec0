import { env } from '@/env.ts';
import { signInLimits } from '@/features/sign-in/server/limits.ts';
import { handleAuth } from '@/server/auth/handler.ts';
import { db } from '@/server/db.ts';

async function handle(request: Request, { params }: { params: Promise<{ nextauth: string[] }> }): Promise<Response> {
  const { ORIEL_PUBLIC_ORIGIN: publicOrigin, ORIEL_TRUSTED_HOPS: trustedHops, NEXTAUTH_SECRET: secret } = env();
  const { nextauth } = await params;
  return handleAuth(request, nextauth, { db: db(), publicOrigin, trustedHops, secret, limits: signInLimits() });
}

export { handle as GET, handle as POST };
