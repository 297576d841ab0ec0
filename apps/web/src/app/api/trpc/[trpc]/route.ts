import { env } from '@/env.ts';
import { db } from '@/server/db.ts';
import { handleTrpc } from '@/server/http-handler.ts';

function handle(request: Request): Promise<Response> {
  const { ORIEL_PUBLIC_ORIGIN: publicOrigin, ORIEL_TRUSTED_HOPS: trustedHops } = env();
  return handleTrpc(request, { db: db(), publicOrigin, trustedHops });
}

export { handle as GET, handle as POST };
