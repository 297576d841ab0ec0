import { Prisma } from '@oriel/db/client';
import { OrielError } from '@oriel/domain/errors';
import { TRPCError } from '@trpc/server';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { toPublicError, toTrpcError } from './public-error.ts';

const wrap = (cause: unknown, code: TRPCError['code'] = 'INTERNAL_SERVER_ERROR') => new TRPCError({ code, cause });

describe('what a client is told', () => {
  test('of an OrielError: its sentence, code and field', () => {
    const error = wrap(new OrielError('conflict', 'Choose another name.', { field: 'name' }));
    expect(toPublicError(error)).toEqual({
      code: 'conflict',
      message: 'Choose another name.',
      field: 'name',
      retryable: false,
    });
    expect(toTrpcError(error).code).toBe('CONFLICT');
  });

  test('of bad input: the first fault and where it is', () => {
    const { error } = z
      .object({ members: z.array(z.object({ email: z.email('Enter an address.') })) })
      .safeParse({ members: [{ email: 'x' }] });
    const told = toPublicError(wrap(error, 'BAD_REQUEST'));
    expect(told).toMatchObject({
      code: 'bad_input',
      field: 'members.0.email',
      message: 'Enter an address. (members.0.email)',
    });
  });

  test('of an answer of ours that breaks its own schema: nothing of it', () => {
    const { error } = z.object({ secret: z.string() }).safeParse({ secret: 1 });
    const told = toPublicError(wrap(error));
    expect(told.code).toBe('internal');
    expect(JSON.stringify(told)).not.toContain('secret');
  });

  test.each([
    new Error('connect to 10.0.0.3 as oriel with password hunter2'),
    new TypeError("Cannot read properties of undefined (reading 'kubeconfig')"),
    'a thrown string with a secret',
  ])('of anything else: that something went wrong', (cause) => {
    const told = toPublicError(wrap(cause));
    expect(told).toMatchObject({ code: 'internal', field: undefined, retryable: false });
    expect(told.message).toMatch(/^Something went wrong on our side/);
    expect(told.message).not.toMatch(/hunter2|kubeconfig|secret/);
  });

  test('of a database that is away: that it is worth trying again', () => {
    const cause = new Prisma.PrismaClientKnownRequestError('Can’t reach database server at 10.0.0.3', {
      code: 'P1001',
      clientVersion: '0',
    });
    const told = toPublicError(wrap(cause));
    expect(told).toMatchObject({ code: 'unavailable', retryable: true });
    expect(told.message).not.toContain('10.0.0.3');
    expect(toTrpcError(wrap(cause)).code).toBe('SERVICE_UNAVAILABLE');
  });
});
