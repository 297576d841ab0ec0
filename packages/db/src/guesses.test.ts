import { expect, test } from 'vitest';
import { Guesses, TooManyGuesses } from './guesses.ts';

let now = 0;
const nobody = async () => undefined;
const somebody = async () => 'somebody';
const from = (address: string | undefined) => ({ key: `unknown-${Math.random()}`, addressOf: () => address });

test('limits what is looked up for an address that finds nobody, for a minute, and no other address', async () => {
  const guesses = new Guesses({ most: 3, now: () => now });
  for (let tries = 0; tries < 3; tries++) expect(await guesses.look(from('192.0.2.1'), nobody)).toBeUndefined();
  let looks = 0;
  const counted = async () => void looks++;
  const refused = guesses.look(from('192.0.2.1'), counted);
  await expect(refused).rejects.toThrow('Wait 60 s');
  await expect(refused).rejects.toBeInstanceOf(TooManyGuesses);
  expect(looks).toBe(0);
  await guesses.look(from('192.0.2.2'), counted);
  expect(looks).toBe(1);
  now += 60_000;
  await guesses.look(from('192.0.2.1'), counted);
  expect(looks).toBe(2);
});

test('counts those that are sent all at once', async () => {
  const guesses = new Guesses({ most: 3 });
  const sent = await Promise.allSettled(Array.from({ length: 9 }, () => guesses.look(from('2001:db8::1'), nobody)));
  expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
});

test('looks up whoever was found once, whatever the address did since, until they are nobody too', async () => {
  const guesses = new Guesses({ most: 1 });
  const known = { ...from('192.0.2.1'), key: 'known' };
  expect(await guesses.look(known, somebody)).toBe('somebody');
  await guesses.look(from('192.0.2.1'), nobody);
  await expect(guesses.look(from('192.0.2.1'), somebody)).rejects.toThrow(TooManyGuesses);
  expect(await guesses.look(known, somebody)).toBe('somebody');
  expect(await guesses.look(known, nobody)).toBeUndefined();
  await expect(guesses.look(known, nobody)).rejects.toThrow(TooManyGuesses);
});

test('a look that fails says nothing about whom it was for', async () => {
  const guesses = new Guesses({ most: 1 });
  const away = () => Promise.reject(new Error('the database is away'));
  const one = from('192.0.2.1');
  for (let tries = 0; tries < 3; tries++) await expect(guesses.look(one, away)).rejects.toThrow('away');
  await guesses.look(from('192.0.2.1'), nobody);
  await expect(guesses.look(one, somebody)).rejects.toThrow(TooManyGuesses);
});

test('limits nobody where no address is known', async () => {
  const guesses = new Guesses({ most: 1 });
  for (let tries = 0; tries < 5; tries++) expect(await guesses.look(from(undefined), nobody)).toBeUndefined();
});
