import { expect, test } from 'vitest';
import { readCredential, sessionCookieName } from './credential.ts';

const http = 'http://oriel.localhost:3000';
const https = 'https://oriel.example.com';
const token = `oriel_pat_${'a'.repeat(43)}`;
const read = (authorization: string | null, cookie: string | null, origin = http) =>
  readCredential({ authorization, cookie }, origin);

test('the cookie has the __Host- prefix on https only', () => {
  expect(sessionCookieName(http)).toBe('oriel.session');
  expect(sessionCookieName(https)).toBe('__Host-oriel.session');
});

test('finds the session cookie among others', () => {
  expect(read(null, 'a=1; oriel.session=abc; oriel.session2=x')).toEqual({ kind: 'session', value: 'abc' });
  expect(read(null, '__Host-oriel.session=abc', https)).toEqual({ kind: 'session', value: 'abc' });
});

test('on https a cookie without the prefix is nobody: a sibling host could have set it', () => {
  expect(read(null, 'oriel.session=abc', https)).toBeUndefined();
});

test('finds a token, whatever the case of "Bearer"', () => {
  expect(read(`bearer ${token}`, null)).toEqual({ kind: 'token', value: token });
});

test.each(['Basic dXNlcjpwYXNz', 'Bearer abc', `Bearer ${token} x`, 'Bearer', token])(
  'an Authorization header of no use (%s) does not fall back to the cookie',
  (authorization) => {
    expect(read(authorization, 'oriel.session=abc')).toBeUndefined();
  },
);

test('nothing shown is nobody', () => {
  expect(read(null, null)).toBeUndefined();
  expect(read('', 'theme=dark')).toBeUndefined();
});
