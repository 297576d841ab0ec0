import 'server-only';
import { requestContext } from './request-context.ts';
import { createCaller } from './root.ts';

/** Calls procedures from a server component, with the rights of whoever asked for the page. */
export async function serverCaller() {
  return createCaller(await requestContext());
}
