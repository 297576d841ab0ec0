import { type Algorithm, hash, verify } from '@node-rs/argon2';

/** OWASP's Password Storage Cheat Sheet: argon2id, 19 MiB, two passes, one lane. */
const parameters = {
  // The package's enum is ambient and const, which stripped types cannot read.
  algorithm: 2 satisfies Algorithm.Argon2id as Algorithm,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
} as const;

export function hashPassword(password: string): Promise<string> {
  return hash(password, parameters);
}

let decoy: Promise<string> | undefined;

/**
 * Does the same work whether or not there is a hash to compare with, so that the time an answer takes
 * does not tell whether an account exists.
 */
export async function verifyPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password');
  const matches = await verify(passwordHash ?? (await decoy), password);
  return matches && passwordHash !== null && passwordHash !== undefined;
}
