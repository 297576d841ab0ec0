import { expect, test } from 'vitest';
import { formsOf, SecretSearch } from './secret-search.ts';

const secret = 'a/secret+"with" signs?';
const search = new SecretSearch([{ name: 'the secret', texts: [secret] }]);
const forms = (text: string | Buffer) => search.find('here', Buffer.from(text)).map(({ form }) => form);

test.each([
  ['itself', `…${secret}…`],
  ['hexadecimal', `\\x00${Buffer.from(secret).toString('hex')}ff`],
  ['JSON', JSON.stringify({ token: secret })],
  ['an address', `https://example.com/?t=${encodeURIComponent(secret)}`],
  ...[0, 1, 2, 3, 4].map((before): [string, string] => [
    `base64 after ${before} bytes`,
    Buffer.from(`${'x'.repeat(before)}${secret}and more`).toString('base64'),
  ]),
  ['base64url', Buffer.from(`x${secret}y`).toString('base64url')],
  ['the last bytes', secret],
])('finds a secret in %s', (_, text) => {
  expect(forms(text)).not.toEqual([]);
});

test.each(['', 'a/secret', secret.slice(1), secret.replace('with', 'wiTh')])('finds nothing in "%s"', (text) => {
  expect(forms(text)).toEqual([]);
});

test('counts every place, and each form once', () => {
  expect(search.find('here', Buffer.from(`${secret} ${secret}`))).toEqual([
    { name: 'the secret', form: 'as it is', where: 'here' },
    { name: 'the secret', form: 'as it is', where: 'here' },
  ]);
  const plain = formsOf('plainletters');
  expect(new Set(plain.map(({ bytes }) => bytes.toString())).size).toBe(plain.length);
});
