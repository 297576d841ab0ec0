import { type ErrorCode, OrielError } from '@oriel/domain/errors';

/** A kubeconfig that cannot be taken, with the sentence for the person who pasted it. Never quotes a secret. */
export function refuse(sentence: string, code: ErrorCode = 'bad_input'): OrielError {
  return new OrielError(code, `This kubeconfig cannot be used. ${sentence}`, { field: 'kubeconfig' });
}
