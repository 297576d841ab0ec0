import { expect, test } from 'vitest';
import { hashPassword, verifyPassword } from './passwords.ts';

test('hashes are argon2id with the recommended cost, and differ for equal passwords', async () => {
  const [one, two] = await Promise.all([hashPassword('the same'), hashPassword('the same')]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(two);
});

test('only the password that was hashed matches', async () => {
  const hash = await hashPassword('right');
  expect(await verifyPassword(hash, 'right')).toBe(true);
  expect(await verifyPassword(hash, 'Right')).toBe(false);
});

test('without a hash nothing matches, not even the decoy, and it takes as long', async () => {
  const hash = await hashPassword('right');
  expect(await verifyPassword(null, 'nobody has this password')).toBe(false);
  expect(await verifyPassword(undefined, '')).toBe(false);
  const known = await fastestOf(() => verifyPassword(hash, 'wrong'));
  const unknown = await fastestOf(() => verifyPassword(undefined, 'wrong'));
  expect(unknown).toBeGreaterThan(known / 3);
});

/** Milliseconds; the fastest of several is the one least disturbed by other work. */
async function fastestOf(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const startedAt = performance.now();
    await run();
    times.push(performance.now() - startedAt);
  }
  return Math.min(...times);
}
