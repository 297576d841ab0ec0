import { openSecretBox, type SecretBox } from '@oriel/db/secret-box';
import { env } from '../env.ts';
import { perProcess } from '../per-process.ts';

const kept = perProcess((): { opened?: Promise<SecretBox> | undefined } => ({}));

/** Keys of this process; opened at the first use. A key file that could not be used is looked at again. */
export function secretBox(): Promise<SecretBox> {
  const mine = kept();
  mine.opened ??= openSecretBox(env().ORIEL_KEY_FILE).catch((error: unknown) => {
    mine.opened = undefined;
    throw error;
  });
  return mine.opened;
}
