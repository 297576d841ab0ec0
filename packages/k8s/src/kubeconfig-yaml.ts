import { type Document, isScalar, parseDocument, visit } from 'yaml';
import { refuse } from './kubeconfig-refusal.ts';

/** Bytes; a kubeconfig with a dozen clusters has about 50 KB. */
const sizeLimit = 512 * 1024;

/** Of a kubeconfig that fills the size limit with clusters, a fifth. What costs a parser time is these, not the bytes. */
const structureLimit = 20_000;
const structure = /[\n[\]{},:?&*!#-]/g;

const advice = 'Paste only the context you need: "kubectl config view --raw --flatten --minify".';

/** The YAML of a kubeconfig as JSON's types. Takes some milliseconds whatever the text is. Throws `bad_input`, or `too_large` for its bytes. */
export function readKubeconfigYaml(text: string): unknown {
  if (Buffer.byteLength(text) > sizeLimit) throw refuse(`It is larger than 512 KB. ${advice}`, 'too_large');
  if (text.trim() === '') {
    throw refuse('It is empty. Paste the output of "kubectl config view --raw --flatten --minify".');
  }
  if ((text.match(structure)?.length ?? 0) > structureLimit) {
    throw refuse(`It has more entries than Oriel reads. ${advice}`);
  }
  try {
    // JSON's types only, no merge keys, no tags; an alias anywhere fails, so nothing can be blown up.
    const document = parseDocument(text, { schema: 'core', merge: false, uniqueKeys: false, prettyErrors: false });
    const [problem] = document.errors;
    if (problem !== undefined) throw problem;
    requireUniqueKeys(document);
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    throw refuse(
      'It is not valid YAML, or it uses anchors, aliases or a key twice, which are not accepted. Paste the output of "kubectl config view --raw --flatten --minify".',
    );
  }
}

/** The library's own check compares each key with all before it: 40,000 keys took it two minutes. */
function requireUniqueKeys(document: Document): void {
  visit(document, {
    Map(_, { items }) {
      // As they will be named in JavaScript: 1 and "1" are one key there.
      const names = items.map(({ key }) => (isScalar(key) ? String(key.value) : ''));
      if (new Set(names).size !== names.length) throw new Error('A key stands there twice.');
    },
  });
}
