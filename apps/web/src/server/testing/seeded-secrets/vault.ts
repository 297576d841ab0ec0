import { randomBytes } from 'node:crypto';
import type { Sought } from '@oriel/db/testing/secret-search';

/** Every secret that was handed to Oriel or came from it, by what it is. */
export class Vault {
  readonly sought: Sought[] = [];

  /** A secret of 192 random bits, as a person or a program might bring it along. */
  invent(kind: string): string {
    return this.keep(kind, `${kind.replaceAll(' ', '-')}-${randomBytes(24).toString('base64url')}`);
  }

  /** As random as a token of ours, and as long. */
  random(): string {
    return randomBytes(32).toString('base64url');
  }

  /** One that Oriel made. */
  keep(kind: string, text: string): string {
    this.sought.push({ name: `${kind} ${this.sought.length + 1}`, texts: [text] });
    return text;
  }

  /** A private key: its lines are looked for one by one, since what ends a line differs from form to form. */
  keepKey(kind: string, pem: string): void {
    // The first holds the private part of a P-256 key; the second begins within it.
    const [first = '', second = ''] = pem.split('\n').slice(1);
    this.sought.push({ name: `${kind} ${this.sought.length + 1}`, texts: [first.slice(44), second.slice(0, 24)] });
  }
}
