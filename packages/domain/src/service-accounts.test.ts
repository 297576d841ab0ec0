import { expect, test } from 'vitest';
import { email } from './names.ts';
import { isServiceAccountEmail, serviceAccountEmail } from './service-accounts.ts';

test('an address of a service account is told from a person’s', () => {
  for (const address of [serviceAccountEmail('ci', 'shop'), serviceAccountEmail('ci', null)]) {
    expect(isServiceAccountEmail(address)).toBe(true);
    expect(email.parse(address)).toBe(address);
  }
  expect(serviceAccountEmail('ci', 'shop')).toBe('ci@shop.service.oriel.internal');
  expect(isServiceAccountEmail('anna@example.com')).toBe(false);
  expect(isServiceAccountEmail('anna@myservice.oriel.internal.example.com')).toBe(false);
});
