import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { OrielError } from '@oriel/domain/errors';
import { sendError, toOrielError } from './answer.ts';
import { requestIds } from './request-id.ts';
import { isAmbiguous, knownRoute, pathOf, type Route, routeOf } from './route.ts';

export interface Destinations {
  readonly read: (request: IncomingMessage, response: ServerResponse, route: Route, requestId: string) => void;
  readonly pass: (request: IncomingMessage, response: ServerResponse, requestId: string) => void;
}

/** The front door: telemetry is read here, everything else goes to the web process. */
export function createFrontServer({ read, pass }: Destinations): Server {
  const nextId = requestIds();
  const server = createServer(
    { noDelay: true, keepAliveTimeout: 65_000, requestTimeout: 60_000, optimizeEmptyRequests: true },
    (request, response) => {
      const requestId = nextId();
      try {
        const route = destinationOf(request.url as string);
        if (route) read(request, response, route, requestId);
        else pass(request, response, requestId);
      } catch (cause) {
        sendError(response, toOrielError(cause), requestId);
      }
    },
  );
  // Nothing behind this door speaks another protocol yet.
  server.on('upgrade', (_request, socket) => {
    socket.end('HTTP/1.1 501 Not Implemented\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });
  return server;
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
