import { hash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { OrielError } from '@oriel/domain/errors';
import { errorAnswer, ownAnswerHeaders } from '../answer.ts';

const style = `:root{color-scheme:light dark;--canvas:#fff;--ink1:#131b1e;--ink3:#5e6a6e;--accent:#06677d}
@media (prefers-color-scheme:dark){:root{--canvas:#14191b;--ink1:#e7ecee;--ink3:#8b969a;--accent:#62cade}}
body{margin:0;padding:32px 20px;background:var(--canvas);color:var(--ink1);font:400 13px/20px Inter,system-ui,sans-serif}
h1{margin:0 0 4px;font:600 18px/24px Inter,system-ui,sans-serif;letter-spacing:-.012em}
p{margin:0 0 12px;max-width:60ch;color:var(--ink3)}
a{color:var(--accent)}`;
const styleHash = hash('sha256', style, 'base64');

export interface Refusal {
  readonly error: OrielError;
  readonly requestId: string;
  /** Where Oriel is, which may show this in a frame. */
  readonly publicOrigin: string;
}

/** Why Grafana is not shown: to people as a page, which may stand in Oriel's frame, and to its front end as it reads errors. */
export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  { error, requestId, publicOrigin }: Refusal,
): void {
  if (response.destroyed) return;
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const { headers } = errorAnswer(error, requestId);
  const isPage = request.headers.accept?.includes('text/html') ?? false;
  const body = isPage ? pageOf(error, publicOrigin) : JSON.stringify({ message: error.message, errorType: error.code });
  const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; frame-ancestors ${publicOrigin}`;
  response.writeHead(error.status, {
    ...headers,
    ...ownAnswerHeaders,
    'content-security-policy': policy,
    'content-type': isPage ? 'text/html; charset=utf-8' : 'application/json',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}

function pageOf(error: OrielError, publicOrigin: string): string {
  const again = error.retryable ? '<meta http-equiv="refresh" content="5">\n' : '';
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
${again}<title>Dashboards are not shown</title>
<style>${style}</style>
<main>
<h1>Dashboards are not shown</h1>
<p role="status">${escaped(error.message)}</p>
<p><a href="${publicOrigin}" target="_top">Open Oriel</a></p>
</main>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
