const [quote, backslash, openArray, closeArray, openObject, closeObject] = [...'"\\[]{}'].map((sign) =>
  sign.charCodeAt(0),
);

/** No input of ours nests deeper than ten; a mebibyte of brackets keeps a JSON parser busy for a third of a second. */
const deepest = 64;

export const tooDeepMessage = `The request's JSON nests deeper than ${deepest} levels. Flatten it.`;

/** True where JSON nests deeper than anything we take. Looks at each byte once, and at nothing else of it. */
export function isTooDeep(json: Uint8Array): boolean {
  let depth = 0;
  let inText = false;
  for (let index = 0; index < json.length; index++) {
    const byte = json[index];
    if (inText) {
      if (byte === backslash) index++;
      else if (byte === quote) inText = false;
    } else if (byte === quote) inText = true;
    else if (byte === openArray || byte === openObject) {
      if (++depth > deepest) return true;
    } else if (byte === closeArray || byte === closeObject) depth--;
  }
  return false;
}
