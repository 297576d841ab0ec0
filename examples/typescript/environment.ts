import { createOrielClient, type OrielClient } from '@oriel/api-client/client';

/** A variable of the environment. @throws where it is not set. */
export function variable(name: string): string {
  const value = process.env[name];
  if (value) return value;
  throw new Error(`Set ${name}; see examples/README.md.`);
}

export const origin: string = variable('ORIEL_URL').replace(/\/$/, '');
export const token: string = variable('ORIEL_TOKEN');
export const oriel: OrielClient = createOrielClient({ origin, token });
