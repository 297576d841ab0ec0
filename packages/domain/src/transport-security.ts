/**
 * The Strict-Transport-Security header: a year, as OWASP asks for; subdomains are for others to decide about. Undefined on
 * plain http, where RFC 6797 forbids it.
 */
export function strictTransportSecurity(publicOrigin: string): string | undefined {
  return publicOrigin.startsWith('https:') ? 'max-age=31536000' : undefined;
}
