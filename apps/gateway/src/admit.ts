import type { IncomingMessage } from 'node:http';
import { OrielError } from '@oriel/domain/errors';
import type { Asked } from './asked.ts';
import { notSignedIn } from './grants.ts';
import type { RequestHead } from './request-head.ts';
import type { StoreCall } from './route.ts';
import { credentialShown, type KeyedCredential } from './shown-credential.ts';

const formType = /^application\/x-www-form-urlencoded(?:$|;|\s)/i;

/** Everything that can be decided about a read from its head alone: the credential it shows, or why it goes no further. */
export function admitRead(
  request: Asked,
  head: RequestHead,
  { call, publicOrigin }: { readonly call: StoreCall; readonly publicOrigin: string },
): KeyedCredential {
  assertMethod(request, call);
  const credential = credentialOf(request.socket, head, publicOrigin);
  assertForm(request, head);
  // A browser sends the cookie whoever's page asks: only our own pages may post with it.
  const { origin, fetchSite } = head;
  const isOwn = origin === publicOrigin || (origin === undefined && fetchSite === 'same-origin');
  if (request.method === 'POST' && credential.kind === 'session' && !isOwn) throw fromAnotherSite(publicOrigin);
  return credential;
}

/** @throws OrielError `bad_input` for a method that the call does not take. */
export function assertMethod({ method }: Asked, { mayPost, isTail }: StoreCall): void {
  if (method !== 'GET' && !(method === 'POST' && mayPost)) {
    throw new OrielError(
      'bad_input',
      `This call is read by GET${mayPost ? ' or by a POST form' : ''}, not by ${method}.`,
    );
  }
  if (isTail) throw new OrielError('bad_input', 'A live tail is read over a WebSocket, as logcli --tail does it.');
}

/** @throws OrielError `bad_input` for a body that is no form, and for one where there should be none. */
export function assertForm({ method }: Asked, head: RequestHead): void {
  if (method === 'GET') refuseBody(head);
  else if (!formType.test(head.contentType ?? '') || head.contentEncoding !== undefined) {
    throw new OrielError('bad_input', 'Post queries as application/x-www-form-urlencoded, not compressed.');
  }
}

/** The same for an upgrade to a WebSocket. Browsers always say there whose page it is. */
export function admitTail(
  { method, socket }: IncomingMessage,
  head: RequestHead,
  publicOrigin: string,
): KeyedCredential {
  if (method !== 'GET') throw new OrielError('bad_input', `A WebSocket is opened by GET, not by ${method}.`);
  const credential = credentialOf(socket, head, publicOrigin);
  refuseBody(head);
  if (credential.kind === 'session' && head.origin !== publicOrigin) throw fromAnotherSite(publicOrigin);
  return credential;
}

function credentialOf(socket: Asked['socket'], head: RequestHead, publicOrigin: string): KeyedCredential {
  if (head.isAmbiguous) throw new OrielError('bad_input', 'The request carries more than one Authorization header.');
  const credential = credentialShown(socket, head, publicOrigin);
  if (!credential) throw notSignedIn();
  return credential;
}

function refuseBody({ hasBody }: RequestHead): void {
  if (hasBody)
    throw new OrielError('bad_input', 'A GET request carries no body here. Send a long query as a POST form.');
}

function fromAnotherSite(publicOrigin: string): OrielError {
  return new OrielError('forbidden', `This request comes from another site. Open Oriel at ${publicOrigin}.`);
}
