import { expect, test } from 'vitest';
import { asCreate, asUpdate, emptyForm, providerFields } from './provider-fields.ts';

const filled = {
  ...emptyForm,
  id: 'corp',
  name: 'Corp',
  issuer: 'https://login.example.com',
  clientSecret: 's',
  scopes: ' email   groups ',
  adminGroups: 'CN=Admins, O=Corp\n\n  ops \n',
};

test('lists are read from text: groups by lines, since their names have spaces and commas', () => {
  expect(asCreate(filled)).toMatchObject({ scopes: ['email', 'groups'], adminGroups: ['CN=Admins, O=Corp', 'ops'] });
});

test('whether addresses are trusted is said either way', () => {
  for (const trustsEmail of [true, false]) {
    expect(asCreate({ ...filled, trustsEmail })).toMatchObject({ trustsEmail });
    expect(asUpdate('corp', { ...filled, trustsEmail })).toMatchObject({ trustsEmail });
  }
});

test('an empty secret keeps the present one', () => {
  expect(asUpdate('corp', { ...filled, clientSecret: '' })).not.toHaveProperty('clientSecret');
  expect(providerFields(true).safeParse({ ...filled, clientSecret: '' }).success).toBe(true);
});

test('the form refuses what the procedure refuses, at the field', () => {
  const result = providerFields(false).safeParse({ ...filled, clientSecret: '', issuer: 'http://login.example.com' });
  expect(result.error?.issues.map(({ path }) => path)).toEqual([['issuer'], ['clientSecret']]);
});
