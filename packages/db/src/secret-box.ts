import { randomBytes } from 'node:crypto';
import { OrielError } from '@oriel/domain/errors';
import { decrypt, encrypt } from './secrets/aes-gcm.ts';
import { type Envelope, formatEnvelope, parseEnvelope } from './secrets/envelope.ts';
import { type KeyProvider, MissingKeyError } from './secrets/key-provider.ts';
import { LocalKeyProvider } from './secrets/local-key-provider.ts';
import type { SecretPlace } from './secrets/secret-columns.ts';

/** Seals secrets for the database: each under a data key of its own (AES-256-GCM), which the provider wraps. */
export class SecretBox {
  readonly keys: KeyProvider;

  constructor(keys: KeyProvider) {
    this.keys = keys;
  }

  /** The result opens only at the same place. A provider may be a network away: not inside a transaction. */
  async seal(place: SecretPlace, plaintext: string): Promise<string> {
    const context = contextOf(place);
    const dataKey = randomBytes(32);
    const box = encrypt(dataKey, Buffer.from(plaintext, 'utf8'), context);
    return formatEnvelope({ form: 'v2', box, ...(await this.#wrap(dataKey, context)) });
  }

  /** Throws `internal` where the key is gone, the place is another or a byte was changed. */
  async open(place: SecretPlace, envelope: string): Promise<string> {
    const sealed = parse(place, envelope);
    return usable(place, async () => (await this.#open(place, sealed)).toString('utf8'));
  }

  /** The same secret under the provider's current key. The sealed secret itself stays as it is, byte by byte. */
  async rewrap(place: SecretPlace, envelope: string): Promise<string> {
    const sealed = parse(place, envelope);
    return usable(place, async () => {
      if (sealed.form === 'v1') return this.seal(place, (await this.#open(place, sealed)).toString('utf8'));
      const context = contextOf(place);
      const dataKey = await this.keys.unwrap(sealed.keyId, sealed.wrapped, context);
      // An envelope that would not open afterwards is better found now than when its old key is gone.
      decrypt(dataKey, sealed.box, context);
      return formatEnvelope({ ...sealed, ...(await this.#wrap(dataKey, context)) });
    });
  }

  async #open(place: SecretPlace, sealed: Envelope): Promise<Buffer> {
    if (sealed.form === 'v1') {
      return Buffer.from(await this.keys.unwrap(sealed.keyId, sealed.box, formerContextOf(place)));
    }
    const context = contextOf(place);
    const dataKey = await this.keys.unwrap(sealed.keyId, sealed.wrapped, context);
    const plaintext = decrypt(dataKey, sealed.box, context);
    dataKey.fill(0);
    return plaintext;
  }

  async #wrap(dataKey: Uint8Array, context: string): Promise<{ keyId: string; wrapped: Uint8Array }> {
    const wrapped = await this.keys.wrap(dataKey, context);
    dataKey.fill(0);
    return wrapped;
  }
}

/** A box whose keys are in a file: see secrets/key-file.ts. Throws where the file cannot be used. */
export async function openSecretBox(keyFile: string): Promise<SecretBox> {
  return new SecretBox(await LocalKeyProvider.open(keyFile));
}

function contextOf(place: SecretPlace): string {
  return `v2:${formerContextOf(place)}`;
}

/** Of v1, which used the provider's key on the secret itself: neither form can be passed off as the other. */
function formerContextOf({ table, id, column }: SecretPlace): string {
  return `${table}:${id}:${column}`;
}

function parse(place: SecretPlace, envelope: string): Envelope {
  const sealed = parseEnvelope(envelope);
  if (sealed === undefined) throw cannotOpen(place, 'its form is unknown');
  return sealed;
}

async function usable<T>(place: SecretPlace, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof OrielError) throw cause;
    if (cause instanceof MissingKeyError) {
      throw cannotOpen(place, `it needs the key "${cause.keyId}", which the key file lacks`);
    }
    throw cannotOpen(place, 'it was changed or belongs elsewhere', cause);
  }
}

function cannotOpen({ table, id, column }: SecretPlace, why: string, cause?: unknown): OrielError {
  const what = `The secret ${table}.${column} of ${id} cannot be used: ${why}.`;
  return new OrielError('internal', `${what} Restore the key file it was sealed with, or enter the secret again.`, {
    cause,
  });
}
