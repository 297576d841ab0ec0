import { EventEmitter } from 'node:events';
import { listen } from '@oriel/db/listen';
import { env } from '@/env.ts';

/** Emits an operation's id whenever the database says it changed, and `missed` after a lost connection. */
let changes: EventEmitter<Record<string, []>> | undefined;

/** One connection for all watchers of this process, opened with the first of them. */
export function operationChanges(): EventEmitter<Record<string, []>> {
  if (changes) return changes;
  const emitter = new EventEmitter<Record<string, []>>();
  emitter.setMaxListeners(0);
  listen(env().DATABASE_URL, ['oriel_operations'], (_channel, operationId) => emitter.emit(operationId), {
    onReconnect: () => emitter.emit('missed'),
  });
  changes = emitter;
  return emitter;
}
