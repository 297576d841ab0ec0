import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy, newNonce } from './server/content-security-policy.ts';
import { pathHeader } from './server/path-header.ts';

/**
 * Before each page: a nonce for its scripts, and the address for whoever must sign in first. Decides
 * nothing about rights: those stand in the procedures.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = newNonce();
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === 'development');
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  // Next puts the nonce of this header on its own scripts.
  headers.set('content-security-policy', policy);
  headers.set(pathHeader, request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('referrer-policy', 'same-origin');
  return response;
}

export const config = {
  matcher: [{ source: '/((?!api/|_next/static|_next/image|icon.svg).*)' }],
};
