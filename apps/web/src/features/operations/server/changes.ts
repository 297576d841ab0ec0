import { EventEmitter } from 'node:events';
import { listen } from '@oriel/db/listen';
import { env } from '@/env.ts';
import { perProcess } from '@/per-process.ts';

interface OperationChanges {
  /** Emits an operation's id whenever the database says it changed, and `missed` after a lost connection. */
  readonly emitter: EventEmitter<Record<string, []>>;
  /** What is read before this may already be old without anybody being told. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

/** One connection for all watchers of this process, opened with the first of them. */
export const operationChanges = perProcess(openChanges, (changes) => changes.close());

function openChanges(): OperationChanges {
  const emitter = new EventEmitter<Record<string, []>>();
  emitter.setMaxListeners(0);
  const { ready, close } = listen(
    env().DATABASE_URL,
    ['oriel_operations'],
    (_channel, operationId) => emitter.emit(operationId),
    { onReconnect: () => emitter.emit('missed') },
  );
  return { emitter, ready, close };
}
