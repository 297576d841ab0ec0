import { buildDocument } from './document.ts';

let text: string | undefined;

/** The document as it is served and checked in. */
export function openApiText(): string {
  text ??= `${JSON.stringify(buildDocument(), null, 2)}\n`;
  return text;
}
