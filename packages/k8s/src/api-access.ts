import { z } from 'zod';

/**
 * What is left of a kubeconfig: the only form in which Oriel keeps access to a cluster. It holds secrets: seal it
 * before it is stored, never log it and never send it to a browser.
 */
export const apiAccess = z.strictObject({
  /** `https://host:port`, a path where the API stands behind one; no trailing slash. */
  server: z.url({ protocol: /^https$/ }),
  /** PEM; without it the machine's public authorities are trusted. */
  caPem: z.string().optional(),
  /** Name to ask for and to check in the server's certificate. */
  tlsServerName: z.string().optional(),
  token: z.string().optional(),
  clientCertificate: z.strictObject({ certPem: z.string(), keyPem: z.string() }).optional(),
});
export type ApiAccess = z.infer<typeof apiAccess>;

export function serializeAccess(access: ApiAccess): string {
  return JSON.stringify(apiAccess.parse(access));
}

/** Reads what `serializeAccess` wrote. */
export function parseAccess(text: string): ApiAccess {
  return apiAccess.parse(JSON.parse(text));
}
