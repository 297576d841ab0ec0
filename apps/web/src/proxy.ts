import { strictTransportSecurity } from '@oriel/domain/transport-security';
import { type NextRequest, NextResponse } from 'next/server';
import { env, grafanaOrigin } from './env.ts';
import { contentSecurityPolicy, newNonce } from './server/content-security-policy.ts';
import { pathHeader } from './server/path-header.ts';

/**
 * Before each page: a nonce for its scripts, and the address for whoever must sign in first. Decides
 * nothing about rights: those stand in the procedures.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = newNonce();
  const policy = contentSecurityPolicy(nonce, {
    development: process.env.NODE_ENV === 'development',
    frames: grafanaOrigin(),
  });
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  // Next puts the nonce of this header on its own scripts.
  headers.set('content-security-policy', policy);
  headers.set(pathHeader, request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  const transport = strictTransportSecurity(env().ORIEL_PUBLIC_ORIGIN);
  if (transport !== undefined) response.headers.set('strict-transport-security', transport);
  return response;
}

export const config = {
  matcher: [{ source: '/((?!api/|_next/static|_next/image|icon.svg).*)' }],
};
