import type { IncomingMessage } from 'node:http';
import { clientAddress, forwardedFor } from '@oriel/db/client-address';

/** X-Forwarded-For of a request as it goes on from here. `trustedHops` counts this process too. */
export function wayOf({ headers, socket }: IncomingMessage, trustedHops: number): string {
  // Node joins headers of this name into one.
  const given = headers['x-forwarded-for'] as string | undefined;
  return forwardedFor(given, socket.remoteAddress ?? '', Math.max(0, trustedHops - 1));
}

/** The client's address; undefined where nobody who is trusted told it. */
export function addressOf(request: IncomingMessage, trustedHops: number): string | undefined {
  return clientAddress(wayOf(request, trustedHops), trustedHops);
}
