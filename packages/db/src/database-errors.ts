import { Prisma } from './client.ts';

interface DriverCause {
  readonly kind?: string;
  readonly originalCode?: string;
  readonly originalMessage?: string;
  readonly constraint?: { readonly index?: string };
}

/** True where `error` is PostgreSQL refusing a row because of the constraint or trigger of that name. */
export function violates(error: unknown, constraint: string): boolean {
  const cause = driverCause(error);
  if (!cause?.originalCode?.startsWith('23')) return false;
  if (cause.constraint?.index === constraint) return true;
  // "role_bindings_last_owner: …" of our own triggers, "… violates check constraint "users_email_form"" of PostgreSQL.
  return new RegExp(`(^${constraint}:|"${constraint}")`).test(cause.originalMessage ?? '');
}

const awayKinds = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections']);
/** Shutting down, crashed, starting up; too many connections; lost connections (class 08). */
const awayCodes = /^(57P0[123]|53300|08...)$/;
/** Unreachable, timed out, closed; no free connection in time; no transaction in time. */
const awayPrismaCodes = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2037']);

/** True where the database could not be asked, so that the same call may succeed later. */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientInitializationError) return true;
  if (error instanceof Prisma.PrismaClientKnownRequestError && awayPrismaCodes.has(error.code)) return true;
  const cause = driverCause(error);
  if (cause?.kind !== undefined && awayKinds.has(cause.kind)) return true;
  if (awayCodes.test(cause?.originalCode ?? '')) return true;
  // pg's pool says this in words only.
  return error instanceof Error && /timeout exceeded when trying to connect|Connection terminated/.test(error.message);
}

function driverCause(error: unknown): DriverCause | undefined {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return undefined;
  const { driverAdapterError } = (error.meta ?? {}) as { driverAdapterError?: { cause?: DriverCause } };
  return driverAdapterError?.cause;
}
