/** 128 random bits, new for each page (CSP Level 3, 2.3.1). */
export function newNonce(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
}

export interface PolicyOptions {
  readonly development?: boolean;
  /** The one origin that pages may show in a frame: Grafana's. */
  readonly frames?: string | undefined;
}

/**
 * Scripts run only with the page's nonce. Styles are let be: the editor and charts write them as they
 * go, and a style can neither run code nor call out under this policy.
 */
export function contentSecurityPolicy(nonce: string, { development = false, frames }: PolicyOptions = {}): string {
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-src ${frames ?? "'none'"}`,
    "frame-ancestors 'none'",
  ].join('; ');
}
