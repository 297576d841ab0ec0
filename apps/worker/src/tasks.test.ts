import { parseCrontab } from 'graphile-worker';
import { expect, test } from 'vitest';
import type { WorkerContext } from './context.ts';
import { createTasks, crontab } from './tasks.ts';

test('what the clock starts is there', () => {
  const items = parseCrontab(crontab).map(({ task }) => task);
  expect(items).toEqual(['sweep', 'forget_credentials']);
  const tasks = createTasks({} as WorkerContext);
  for (const task of items) expect(tasks[task]).toBeTypeOf('function');
});
