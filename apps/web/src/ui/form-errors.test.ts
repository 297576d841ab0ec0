import { expect, test } from 'vitest';
import { errorOf, formErrors, refusalBeside, refusalErrors } from './form-errors.ts';

test('the first sentence of each field stands, whatever place in a list it is about', () => {
  const issues = [
    { path: ['subject', 'email'], message: 'Enter an address.' },
    { path: ['namespaces', 1], message: 'Use lower case.' },
    { path: ['namespaces', 2], message: 'Too long.' },
  ];
  const errors = formErrors(issues);
  expect(errors).toEqual({ 'subject.email': 'Enter an address.', namespaces: 'Use lower case.' });
  expect(errorOf(errors, 'namespaces')).toEqual({ error: 'Use lower case.' });
  expect(errorOf(errors, 'role')).toEqual({});
});

test('a refusal stands at its field, or where the form puts what it has no field for', () => {
  const refused = { message: 'No.', field: 'namespaces.0' };
  expect(refusalErrors(refused, ['role', 'namespaces'], 'role')).toEqual({ namespaces: 'No.' });
  expect(refusalErrors({ message: 'No.' }, ['role'], 'role')).toEqual({ role: 'No.' });
  expect(refusalErrors(undefined, [], 'name')).toEqual({ name: 'That was refused.' });
});

test('a refusal is said beside the fields unless one that is shown says it', () => {
  const refused = { message: 'Choose a seed.', field: 'seedId' };
  expect(refusalBeside(refused, ['name', 'seedId'])).toBeUndefined();
  expect(refusalBeside(refused, ['name'])).toBe('Choose a seed.');
  expect(refusalBeside({ message: 'No.' }, ['name'])).toBe('No.');
  expect(refusalBeside(undefined, ['name'])).toBeUndefined();
});
