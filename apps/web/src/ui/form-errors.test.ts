import { expect, test } from 'vitest';
import { errorOf, formErrors, refusalErrors } from './form-errors.ts';

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
