import { z } from 'zod';
import { createProviderInput, updateProviderInput } from './input.ts';
import type { ProviderRow } from './output.ts';

/** The form's fields: lists are text, scopes by spaces and groups by lines. */
export interface ProviderFields {
  id: string;
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  scopes: string;
  groupsClaim: string;
  adminGroups: string;
  trustsEmail: boolean;
}

export const emptyForm: ProviderFields = {
  id: '',
  name: '',
  issuer: '',
  clientId: 'oriel',
  clientSecret: '',
  scopes: 'profile email groups',
  groupsClaim: 'groups',
  adminGroups: '',
  trustsEmail: false,
};

export function formOf(provider: ProviderRow): ProviderFields {
  const { id, name, issuer, clientId, groupsClaim, trustsEmail } = provider;
  const lists = { scopes: provider.scopes.join(' '), adminGroups: provider.adminGroups.join('\n') };
  return { id, name, issuer, clientId, clientSecret: '', groupsClaim, trustsEmail, ...lists };
}

export function asCreate(fields: ProviderFields) {
  return { ...fields, ...listsOf(fields) };
}

/** An empty secret keeps the present one. */
export function asUpdate(id: string, fields: ProviderFields) {
  const { name, clientId, groupsClaim, trustsEmail, clientSecret } = fields;
  const secret = clientSecret === '' ? {} : { clientSecret };
  return { id, name, clientId, groupsClaim, trustsEmail, ...secret, ...listsOf(fields) };
}

/** Checks the fields by the procedures' own schemas. */
export function providerFields(exists: boolean): z.ZodType<ProviderFields, ProviderFields> {
  return z.custom<ProviderFields>().superRefine((fields, context) => {
    const result = exists
      ? updateProviderInput.safeParse(asUpdate(fields.id, fields))
      : createProviderInput.safeParse(asCreate(fields));
    for (const { path, message } of result.error?.issues ?? []) {
      context.addIssue({ code: 'custom', path: path.slice(0, 1), message });
    }
  });
}

function listsOf({ scopes, adminGroups }: ProviderFields): { scopes: string[]; adminGroups: string[] } {
  const parts = (text: string, separator: RegExp) => text.split(separator).flatMap((part) => part.trim() || []);
  return { scopes: parts(scopes, /\s+/), adminGroups: parts(adminGroups, /\n/) };
}
