import { parseSync, Visitor } from 'oxc-parser';

export interface ImportSite {
  /** As written; undefined where it is computed and no check can follow it. */
  readonly specifier: string | undefined;
  /** From 1. */
  readonly line: number;
}

/**
 * Every way a TypeScript file names another module: imports and re-exports, for types too, dynamic
 * imports, and `import('…')` in a type.
 *
 * @throws when the file cannot be parsed: what is not read is not checked.
 */
export function importsOf(file: string, text: string): ImportSite[] {
  const { program, module, errors } = parseSync(file, text);
  const [error] = errors;
  if (error) throw new Error(`${file} cannot be parsed: ${error.message}`);
  const sites: ImportSite[] = [];
  const add = (specifier: string | undefined, offset: number) =>
    sites.push({ specifier, line: text.slice(0, offset).split('\n').length });
  for (const { moduleRequest } of module.staticImports) add(moduleRequest.value, moduleRequest.start);
  for (const { entries } of module.staticExports) {
    // One statement has an entry for each name; its module is named once.
    const [request] = entries.flatMap(({ moduleRequest }) => moduleRequest ?? []);
    if (request) add(request.value, request.start);
  }
  new Visitor({
    ImportExpression: ({ source, start }) => {
      add(source.type === 'Literal' && typeof source.value === 'string' ? source.value : undefined, start);
    },
    TSImportType: ({ source, start }) => add(source.value, start),
  }).visit(program);
  return sites.sort((a, b) => a.line - b.line);
}
