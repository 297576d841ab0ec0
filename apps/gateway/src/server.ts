import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { OrielError } from '@oriel/domain/errors';
import { strictTransportSecurity } from '@oriel/domain/transport-security';
import { sendError, toOrielError } from './answer.ts';
import type { Answer, Asked } from './asked.ts';
import type { DataSourceCall } from './grafana/data-source-call.ts';
import { dataSourceCallOf } from './grafana/data-source-call.ts';
import type { GrafanaDoor } from './grafana/door.ts';
import { PlainDoor } from './plain/plain-door.ts';
import { requestIds } from './request-id.ts';
import { globalCallOf, isAmbiguous, knownRoute, pathOf, type Route, routeOf, type StoreCall } from './route.ts';
import type { Upgrade } from './tail/open-tail.ts';
import { refuseUpgrade } from './tail/refuse-upgrade.ts';

/** Slow clients: a head within 10 s, a whole request within a minute, looked at every 5 s. Answers may take as long as they like. */
const patience = { headersTimeout: 10_000, requestTimeout: 60_000, connectionsCheckingInterval: 5_000 };

export interface Destinations {
  readonly publicOrigin: string;
  readonly read: (request: Asked, response: Answer, route: Route, requestId: string) => void;
  readonly tail: (upgrade: Upgrade, route: Route) => void;
  /** The same over all projects. */
  readonly readGlobal: (request: Asked, response: Answer, call: StoreCall, requestId: string) => void;
  readonly tailGlobal: (upgrade: Upgrade) => void;
  readonly pass: (request: IncomingMessage, response: ServerResponse, requestId: string) => void;
  /** Where the product has a Grafana. */
  readonly grafana?: GrafanaDestinations | undefined;
}

export interface GrafanaDestinations {
  readonly door: GrafanaDoor;
  readonly dataSource: (request: Asked, response: Answer, asked: DataSourceCall, requestId: string) => void;
}

export interface FrontServer {
  readonly server: Server;
  /** What stands before it: connections there are not the server's yet. */
  readonly plain: PlainDoor;
}

/** The front door: telemetry is read here, everything else goes to the web process. */
export function createFrontServer(destinations: Destinations): FrontServer {
  const { publicOrigin, tail, tailGlobal, pass, grafana } = destinations;
  const transport = strictTransportSecurity(publicOrigin);
  const nextId = requestIds();
  const server = createServer(
    { noDelay: true, keepAliveTimeout: 65_000, optimizeEmptyRequests: true, ...patience },
    (request, response) => {
      const requestId = nextId();
      if (transport !== undefined) response.setHeader('strict-transport-security', transport);
      try {
        if (grafana && isFor(request, grafana.door.host)) grafana.door.handle(request, response, requestId);
        else if (!readStore(destinations, { request, response, requestId })) pass(request, response, requestId);
      } catch (cause) {
        sendError(response, toOrielError(cause), requestId);
      }
    },
  );
  const plain = new PlainDoor(server, {
    everyHead: transport === undefined ? '' : `strict-transport-security: ${transport}\r\n`,
    firstRequestWithinMs: patience.headersTimeout,
    take(request, response) {
      if (grafana && isFor(request, grafana.door.host)) return false;
      const requestId = nextId();
      try {
        return readStore(destinations, { request, response, requestId });
      } catch (cause) {
        sendError(response, toOrielError(cause), requestId);
        return true;
      }
    },
  });
  server.on('upgrade', (request, socket, head) => {
    const upgrade: Upgrade = { request, socket, head, requestId: nextId() };
    try {
      // Nothing in Grafana may stay open longer than the right to it.
      if (grafana && isFor(request, grafana.door.host)) throw noOtherProtocol();
      const route = destinationOf(request.url as string);
      if (route?.isTail) tail(upgrade, route);
      else if (!route && globalCallOf(pathOf(request.url as string))?.isTail) tailGlobal(upgrade);
      else refuseUpgrade(socket, noOtherProtocol(), upgrade.requestId);
    } catch (cause) {
      refuseUpgrade(socket, toOrielError(cause), upgrade.requestId);
    }
  });
  return { server, plain };
}

interface Reading {
  readonly request: Asked;
  readonly response: Answer;
  readonly requestId: string;
}

/** Begins what a store is asked for; false where the request is for somebody else. @throws OrielError for its address. */
function readStore({ read, readGlobal, grafana }: Destinations, { request, response, requestId }: Reading): boolean {
  const url = request.url as string;
  const route = destinationOf(url);
  if (route) {
    read(request, response, route, requestId);
    return true;
  }
  const path = pathOf(url);
  const call = globalCallOf(path);
  const asked = grafana && dataSourceCallOf(path);
  if (call) readGlobal(request, response, call, requestId);
  else if (asked) grafana?.dataSource(request, response, asked, requestId);
  return call !== undefined || asked !== undefined;
}

/** By the first Host header, which is the one that Node goes by; more than one is for nobody. */
function isFor({ rawHeaders }: Asked, host: string): boolean {
  let found: string | undefined;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] as string;
    if (name.length !== 4 || name.toLowerCase() !== 'host') continue;
    if (found !== undefined) throw new OrielError('bad_input', 'The request carries more than one Host header.');
    found = rawHeaders[index + 1];
  }
  return found?.toLowerCase() === host;
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
