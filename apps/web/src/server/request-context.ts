import 'server-only';
import { headers } from 'next/headers';
import { cache } from 'react';
import { env } from '../env.ts';
import { type Context, createContext } from './context.ts';
import { db } from './db.ts';

/** The context of the page being rendered: one per request, so that its parts share one look-up. */
export const requestContext = cache(async (): Promise<Context> => {
  const { ORIEL_PUBLIC_ORIGIN: publicOrigin, ORIEL_TRUSTED_HOPS: trustedHops } = env();
  return createContext(new Headers(await headers()), { db: db(), publicOrigin, trustedHops });
});
