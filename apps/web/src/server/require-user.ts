import 'server-only';
import { TooManyGuesses } from '@oriel/db/guesses';
import type { Principal } from '@oriel/domain/permissions';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { returnPath } from '@/features/sign-in/return-path.ts';
import { pathHeader } from './path-header.ts';
import { requestContext } from './request-context.ts';

/** Who asks for the page; undefined where nobody is signed in. */
async function currentPrincipal(): Promise<Principal | undefined> {
  const context = await requestContext();
  return (await context.identity())?.principal;
}

/** For the sign-in page, which is there for whoever cannot be told as well. */
export function isSignedIn(): Promise<boolean> {
  return currentPrincipal().then(
    (principal) => principal !== undefined,
    (cause: unknown) => {
      if (cause instanceof TooManyGuesses) return false;
      throw cause;
    },
  );
}

/** Who asks for the page. Sends whoever is not signed in to the sign-in page, and from there back to `from`. */
export async function requireUser(from?: string): Promise<Principal> {
  const principal = await currentPrincipal();
  if (principal) return principal;
  const path = returnPath(from ?? (await headers()).get(pathHeader) ?? undefined);
  redirect(path === '/' ? '/sign-in' : `/sign-in?from=${encodeURIComponent(path)}`);
}
