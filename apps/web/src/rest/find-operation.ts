import { addRoute, createRouter, findRoute } from 'rou3';
import { type RestOperation, restOperations } from './operation.ts';

export interface FoundOperation {
  readonly operation: RestOperation;
  /** As they stand in the address, still encoded. */
  readonly params: Readonly<Record<string, string>>;
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

let router: ReturnType<typeof buildRouter> | undefined;

/** `path` stands below /api/v1 and is not decoded. HEAD finds what GET does. */
export function findOperation(method: string, path: string): FoundOperation | undefined {
  // A trailing or a doubled slash is another address, and there is nothing there.
  if (!/^(\/[^/]+)+$/.test(path)) return undefined;
  router ??= buildRouter();
  const match = findRoute(router, method === 'HEAD' ? 'GET' : method, path);
  return match && { operation: match.data, params: match.params ?? {} };
}

/** Methods that a path answers; empty where there is nothing. */
export function methodsOf(path: string): readonly string[] {
  const found: string[] = methods.filter((method) => findOperation(method, path) !== undefined);
  if (found.length === 0) return [];
  return [...found, ...(found.includes('GET') ? ['HEAD'] : []), 'OPTIONS'];
}

function buildRouter() {
  const built = createRouter<RestOperation>();
  for (const operation of restOperations()) {
    const { method, path } = operation.route;
    addRoute(built, method, path.replace(/\{(\w+)\}/g, ':$1'), operation);
  }
  return built;
}
