/** A secret to look for, by a name that may be printed. */
export interface Sought {
  readonly name: string;
  /** The secret, or telling pieces of it where it is written over several lines. */
  readonly texts: readonly string[];
}

/** Where one of them is. */
export interface Hit {
  readonly name: string;
  readonly form: string;
  readonly where: string;
}

interface Needle {
  readonly name: string;
  readonly form: string;
  readonly bytes: Buffer;
}

/** Looks for many secrets at once, each as it is, in hexadecimal, in base64 at any offset, and as JSON or a URL writes it. */
export class SecretSearch {
  readonly #needles = new Map<number, Needle[]>();
  /** Marks the first two bytes of every needle, so that most positions cost one look. */
  readonly #first = new Uint8Array(0x10000);

  constructor(sought: readonly Sought[]) {
    for (const { name, texts } of sought)
      for (const text of texts) for (const needle of formsOf(text)) this.#add(name, needle);
  }

  find(where: string, bytes: Buffer): Hit[] {
    const hits: Hit[] = [];
    for (let at = 0; at + 4 <= bytes.length; at++) {
      if (this.#first[((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)] === 0) continue;
      for (const { name, form, bytes: needle } of this.#needles.get(bytes.readUInt32BE(at)) ?? []) {
        if (bytes.compare(needle, 0, needle.length, at, Math.min(at + needle.length, bytes.length)) === 0) {
          hits.push({ name, form, where });
        }
      }
    }
    return hits;
  }

  #add(name: string, { form, bytes }: Omit<Needle, 'name'>): void {
    if (bytes.length < 8) throw new Error(`"${name}" is too short to be looked for.`);
    const key = bytes.readUInt32BE(0);
    this.#first[key >>> 16] = 1;
    this.#needles.set(key, [...(this.#needles.get(key) ?? []), { name, form, bytes }]);
  }
}

/** Each way in which a text may be written down. */
export function formsOf(text: string): { form: string; bytes: Buffer }[] {
  const bytes = Buffer.from(text, 'utf8');
  const written: Record<string, string> = {
    'as it is': text,
    hexadecimal: bytes.toString('hex'),
    'hexadecimal, upper case': bytes.toString('hex').toUpperCase(),
    JSON: JSON.stringify(text).slice(1, -1),
    URL: encodeURIComponent(text),
  };
  for (const offset of [0, 1, 2]) {
    written[`base64 at offset ${offset}`] = base64At(bytes, offset);
    written[`base64url at offset ${offset}`] = base64At(bytes, offset).replaceAll('+', '-').replaceAll('/', '_');
  }
  const seen = new Set<string>();
  return Object.entries(written)
    .filter(([, form]) => !seen.has(form) && seen.add(form))
    .map(([form, value]) => ({ form, bytes: Buffer.from(value, 'utf8') }));
}

/** What of the base64 does not depend on the bytes around, when the text begins at this offset within three. */
function base64At(bytes: Buffer, offset: number): string {
  const all = Buffer.concat([Buffer.alloc(offset), bytes])
    .toString('base64')
    .replace(/=+$/, '');
  const from = Math.ceil((offset * 8) / 6);
  const to = Math.floor(((offset + bytes.length) * 8) / 6);
  return all.slice(from, to);
}
