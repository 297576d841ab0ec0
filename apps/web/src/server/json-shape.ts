const [quote, backslash, openArray, closeArray, openObject, closeObject, colon] = [...'"\\[]{}:'].map((sign) =>
  sign.charCodeAt(0),
);

/** No input of ours nests deeper than ten; a mebibyte of brackets keeps a JSON parser busy for a third of a second. */
const deepest = 64;
/** No object of ours has more than a few dozen names; to refuse 40,000 unknown ones each by its name takes as long. */
const mostNames = 1_000;

const tooDeep = `The request's JSON nests deeper than ${deepest} levels. Flatten it.`;
const tooWide = `An object in the request's JSON has more than ${mostNames} names. Send less.`;

/**
 * Why JSON is not worth parsing, undefined where it is. Looks at each byte once, and at nothing else of it.
 */
export function whyUnfit(json: Uint8Array): string | undefined {
  const names = new Uint16Array(deepest + 1);
  let depth = 0;
  let inText = false;
  for (let index = 0; index < json.length; index++) {
    const byte = json[index];
    if (inText) {
      if (byte === backslash) index++;
      else if (byte === quote) inText = false;
    } else if (byte === quote) inText = true;
    else if (byte === openArray || byte === openObject) {
      if (++depth > deepest) return tooDeep;
      names[depth] = 0;
    } else if (byte === closeArray || byte === closeObject) depth = Math.max(0, depth - 1);
    else if (byte === colon) {
      const count = (names[depth] ?? 0) + 1;
      if (count > mostNames) return tooWide;
      names[depth] = count;
    }
  }
  return undefined;
}
