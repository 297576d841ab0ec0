import { TRPCClientError } from '@trpc/client';

export type Failure = { message: string; requestId?: string; field?: string };

/** What a failed call tells a person: the server's sentence, or that it could not be reached. */
export function failureOf(error: unknown): Failure | undefined {
  if (error === null || error === undefined) return undefined;
  if (error instanceof TRPCClientError) {
    const data = error.data as { requestId?: string; field?: string } | null | undefined;
    if (data) {
      return {
        message: error.message,
        ...(data.requestId === undefined ? {} : { requestId: data.requestId }),
        ...(data.field === undefined ? {} : { field: data.field }),
      };
    }
  }
  return { message: 'Oriel did not answer. Check your connection; the page keeps trying.' };
}
