import { clientAddress, forwardedFor } from '@oriel/db/client-address';
import type { Asked } from './asked.ts';

/** X-Forwarded-For of a request as it goes on from here. `trustedHops` counts this process too. */
export function wayOf({ rawHeaders, socket }: Asked, trustedHops: number): string {
  const given: string[] = [];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    if (rawHeaders[index]?.toLowerCase() === 'x-forwarded-for') given.push(rawHeaders[index + 1] as string);
  }
  return forwardedFor(
    given.length === 0 ? undefined : given.join(', '),
    socket.remoteAddress ?? '',
    Math.max(0, trustedHops - 1),
  );
}

/** The client's address; undefined where nobody who is trusted told it. */
export function addressOf(request: Asked, trustedHops: number): string | undefined {
  return clientAddress(wayOf(request, trustedHops), trustedHops);
}
