import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { OrielError } from '@oriel/domain/errors';
import { strictTransportSecurity } from '@oriel/domain/transport-security';
import { sendError, toOrielError } from './answer.ts';
import { requestIds } from './request-id.ts';
import { isAmbiguous, knownRoute, pathOf, type Route, routeOf } from './route.ts';
import type { Upgrade } from './tail/open-tail.ts';
import { refuseUpgrade } from './tail/refuse-upgrade.ts';

/** Slow clients: a head within 10 s, a whole request within a minute, looked at every 5 s. Answers may take as long as they like. */
const patience = { headersTimeout: 10_000, requestTimeout: 60_000, connectionsCheckingInterval: 5_000 };

export interface Destinations {
  readonly publicOrigin: string;
  readonly read: (request: IncomingMessage, response: ServerResponse, route: Route, requestId: string) => void;
  readonly tail: (upgrade: Upgrade, route: Route) => void;
  readonly pass: (request: IncomingMessage, response: ServerResponse, requestId: string) => void;
}

/** The front door: telemetry is read here, everything else goes to the web process. */
export function createFrontServer({ publicOrigin, read, tail, pass }: Destinations): Server {
  const transport = strictTransportSecurity(publicOrigin);
  const nextId = requestIds();
  const server = createServer(
    { noDelay: true, keepAliveTimeout: 65_000, optimizeEmptyRequests: true, ...patience },
    (request, response) => {
      const requestId = nextId();
      if (transport !== undefined) response.setHeader('strict-transport-security', transport);
      try {
        const route = destinationOf(request.url as string);
        if (route) read(request, response, route, requestId);
        else pass(request, response, requestId);
      } catch (cause) {
        sendError(response, toOrielError(cause), requestId);
      }
    },
  );
  server.on('upgrade', (request, socket, head) => {
    const upgrade: Upgrade = { request, socket, head, requestId: nextId() };
    try {
      const route = destinationOf(request.url as string);
      if (route?.isTail) tail(upgrade, route);
      else refuseUpgrade(socket, noOtherProtocol(), upgrade.requestId);
    } catch (cause) {
      refuseUpgrade(socket, toOrielError(cause), upgrade.requestId);
    }
  });
  return server;
}

/** Pages speak HTTP only. */
function noOtherProtocol(): OrielError {
  return new OrielError('not_found', 'Nothing here speaks another protocol than HTTP, but for the live tail of logs.');
}

function destinationOf(url: string): Route | undefined {
  const path = pathOf(url);
  const route = knownRoute(path);
  if (route) return route;
  if (isAmbiguous(path)) {
    throw new OrielError(
      'bad_input',
      'The address of this request is not in its plain form: no "//", no "..", no encoded slashes.',
    );
  }
  return routeOf(path);
}
