import { readCookie } from '@oriel/db/credential';

/** `__Host-` makes browsers refuse the cookie from a sibling domain or over plain HTTP, and so exists on https only. */
function nameOf(grafanaOrigin: string, name: string): string {
  return grafanaOrigin.startsWith('https:') ? `__Host-${name}` : name;
}

const session = 'oriel_grafana';
/** Not a secret and no right: which organization was looked at last. */
const organization = 'oriel_grafana_org';

export interface GrafanaCookies {
  readonly session: string | undefined;
  readonly organization: string | undefined;
}

export function readGrafanaCookies(header: string | undefined, grafanaOrigin: string): GrafanaCookies {
  const read = (name: string) => readCookie(header ?? '', nameOf(grafanaOrigin, name)) || undefined;
  return { session: read(session), organization: read(organization) };
}

/** They end with the browser, and the first one with the session in Oriel. */
export function setGrafanaCookie(kind: keyof GrafanaCookies, value: string, grafanaOrigin: string): string {
  const name = nameOf(grafanaOrigin, kind === 'session' ? session : organization);
  const secure = grafanaOrigin.startsWith('https:') ? '; Secure' : '';
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${secure}`;
}
