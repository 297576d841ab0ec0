import { env } from '@/env.ts';
import { handleRest } from '@/rest/handle.ts';
import { db } from '@/server/db.ts';

function handle(request: Request): Promise<Response> {
  const { ORIEL_PUBLIC_ORIGIN: publicOrigin, ORIEL_TRUSTED_HOPS: trustedHops } = env();
  return handleRest(request, { db: db(), publicOrigin, trustedHops });
}

export {
  handle as DELETE,
  handle as GET,
  handle as HEAD,
  handle as OPTIONS,
  handle as PATCH,
  handle as POST,
  handle as PUT,
};
