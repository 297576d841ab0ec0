import type { IncomingMessage, ServerResponse } from 'node:http';
import { OrielError } from '@oriel/domain/errors';
import { type Dispatcher, Pool } from 'undici';
import { wayOf } from './address.ts';
import { ownAnswerHeaders, sendError } from './answer.ts';
import { Exchange } from './exchange.ts';
import { webRequestHeaders, webResponseHeaders } from './front-headers.ts';
import { waitingPage, waitingPagePolicy } from './waiting-page.ts';

export interface FrontOptions {
  readonly webOrigin: string;
  readonly publicOrigin: string;
  readonly trustedHops: number;
}

/** Passes everything that is not telemetry to the web process, streams in both directions. */
export function createFront({ webOrigin, publicOrigin, trustedHops }: FrontOptions) {
  const origin = new URL(publicOrigin);
  // Event streams hold a connection each and are silent for long.
  const pool = new Pool(webOrigin, {
    connections: 1024,
    keepAliveTimeout: 4_000,
    headersTimeout: 120_000,
    bodyTimeout: 0,
    connect: { timeout: 3_000 },
  });

  function pass(request: IncomingMessage, response: ServerResponse, requestId: string): void {
    const way = wayOf(request, trustedHops);
    const describe = () =>
      new OrielError('unavailable', 'The pages of Oriel are not up. They start within a minute; try again then.');
    const exchange = new Exchange(response, {
      headOf: (_status, _headers, controller) => webResponseHeaders(controller.rawHeaders as Buffer[], requestId),
      fail: () => {
        if (wantsPage(request)) sendWaitingPage(response, requestId);
        else sendError(response, describe(), requestId);
      },
    });
    const hasBody =
      request.headers['content-length'] !== undefined || request.headers['transfer-encoding'] !== undefined;
    pool.dispatch(
      {
        path: request.url as string,
        method: request.method as Dispatcher.HttpMethod,
        headers: webRequestHeaders(request.rawHeaders, { publicOrigin: origin, way, requestId }),
        body: hasBody ? request : null,
      },
      exchange,
    );
  }

  return { pass, close: () => pool.destroy() };
}

function wantsPage({ method, headers }: IncomingMessage): boolean {
  return method === 'GET' && headers.accept !== undefined && headers.accept.includes('text/html');
}

function sendWaitingPage(response: ServerResponse, requestId: string): void {
  response.writeHead(503, {
    ...ownAnswerHeaders,
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': waitingPagePolicy,
    'cache-control': 'no-store',
    'retry-after': '2',
    'x-request-id': requestId,
  });
  response.end(waitingPage);
}
