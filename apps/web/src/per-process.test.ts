import { expect, test, vi } from 'vitest';
import { forgetPerProcess, perProcess } from './per-process.ts';

test('is made at the first use, once, and again where it was forgotten', async () => {
  const end = vi.fn(async () => undefined);
  let made = 0;
  const count = perProcess(() => ++made, end);
  expect(made).toBe(0);
  expect([count(), count()]).toEqual([1, 1]);
  await forgetPerProcess();
  expect(end).toHaveBeenCalledWith(1);
  expect(count()).toBe(2);
});

test('what could not be made is tried again, and not ended', async () => {
  const end = vi.fn(async () => undefined);
  const create = vi
    .fn(() => 'made')
    .mockImplementationOnce(() => {
      throw new Error('not yet');
    });
  const value = perProcess(create, end);
  expect(value).toThrow('not yet');
  await forgetPerProcess();
  expect(end).not.toHaveBeenCalled();
  expect(value()).toBe('made');
});
