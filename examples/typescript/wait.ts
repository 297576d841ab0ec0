import { setTimeout as sleep } from 'node:timers/promises';
import { answerOf } from '@oriel/api-client/client';
import { oriel } from './environment.ts';

/** Looks every two seconds until there is something. @throws after `seconds`. */
export async function until<T>(what: string, seconds: number, look: () => Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`Waited ${seconds} s in vain for ${what}.`);
    await sleep(2_000);
  }
}

/** Follows a change to its end. @throws with the reason where it fails. */
export function succeeded(operationId: string): Promise<true> {
  return until(`operation ${operationId}`, 300, async () => {
    const operation = answerOf(await oriel.GET('/operations/{operationId}', { params: { path: { operationId } } }));
    if (operation.state === 'succeeded' || operation.state === 'superseded') return true;
    const failed = operation.runs[0]?.steps.find(({ state }) => state === 'failed');
    if (operation.state === 'failed') throw new Error(`${failed?.title}: ${failed?.message}`);
    return undefined;
  });
}
