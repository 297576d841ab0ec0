import { admitRead } from '../admit.ts';
import { type Answer, type Asked, headOf } from '../asked.ts';
import type { Call } from '../forward.ts';
import type { Reader } from '../reader.ts';
import type { StoreCall } from '../route.ts';

export interface GlobalApiOptions {
  readonly reader: Pick<Reader, 'read'>;
  readonly fail: Reader['fail'];
  readonly publicOrigin: string;
}

/** The read APIs over all projects, for administrators and their programs. */
export function createGlobalApi({ reader, fail, publicOrigin }: GlobalApiOptions) {
  return function read(request: Asked, response: Answer, asked: StoreCall, requestId: string): void {
    const head = headOf(request);
    const call: Call = { request, response, route: { slug: '', ...asked }, head, requestId };
    try {
      reader.read(call, admitRead(request, head, { call: asked, publicOrigin }));
    } catch (cause) {
      fail(call, cause);
    }
  };
}
