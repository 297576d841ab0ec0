import { tracked } from '@/server/trpc.ts';
import type { ServiceContext } from '../../service-context.ts';
import type { OperationDetail } from '../output.ts';
import { operationChanges } from './changes.ts';
import { getOperation } from './service.ts';

/** Changes come in bursts, a log line each; this many milliseconds of them make one event. */
const gatherMs = 150;

/** Yields the whole operation at once and after each change, until it has ended or the client is gone. */
export async function* watchOperation(ctx: ServiceContext, operationId: string, signal: AbortSignal | undefined) {
  const { emitter: changes, ready } = operationChanges();
  let wake = () => {};
  let changed = false;
  const onChange = () => {
    changed = true;
    wake();
  };
  changes.on(operationId, onChange);
  changes.on('missed', onChange);
  signal?.addEventListener('abort', onChange, { once: true });
  try {
    await ready;
    for (let number = 1; !signal?.aborted; number += 1) {
      changed = false;
      const operation = await getOperation(ctx, operationId);
      yield tracked(String(number), operation);
      if (hasEnded(operation)) return;
      if (!changed) await new Promise<void>((resolve) => (wake = resolve));
      await new Promise((resolve) => setTimeout(resolve, gatherMs));
    }
  } finally {
    changes.off(operationId, onChange);
    changes.off('missed', onChange);
    signal?.removeEventListener('abort', onChange);
  }
}

function hasEnded(operation: OperationDetail): boolean {
  return operation.state === 'succeeded' || operation.state === 'superseded';
}
