import { admitRead } from './admit.ts';
import { type Answer, type Asked, headOf } from './asked.ts';
import type { Call } from './forward.ts';
import type { Reader } from './reader.ts';
import type { Route } from './route.ts';

export interface ReadApiOptions {
  readonly reader: Reader;
  readonly publicOrigin: string;
}

/** The Prometheus-, Loki- and Alertmanager-compatible read APIs of a project, for people and their programs. */
export function createReadApi({ reader, publicOrigin }: ReadApiOptions) {
  return function read(request: Asked, response: Answer, route: Route, requestId: string): void {
    const call: Call = { request, response, route, head: headOf(request), requestId };
    try {
      reader.read(call, admitRead(request, call.head, { call: route, publicOrigin }));
    } catch (cause) {
      reader.fail(call, cause);
    }
  };
}
