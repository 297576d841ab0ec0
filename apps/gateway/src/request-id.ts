import { randomBytes } from 'node:crypto';

/** Unique over all gateways: a random start of this process, and a count. A client's own id is never taken over. */
export function requestIds(): () => string {
  const process = randomBytes(6).toString('base64url');
  let count = 0;
  return () => `${process}-${(++count).toString(36)}`;
}
