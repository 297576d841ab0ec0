import { pathToFileURL } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const notice = '// Made from docs/openapi.json by `vitest -u`: see ../generated.test.ts. Do not edit.\n\n';

/** TypeScript types of every path, parameter and answer of an OpenAPI document. */
export async function typesOf(documentFile: string): Promise<string> {
  return notice + astToString(await openapiTS(pathToFileURL(documentFile), { alphabetize: true }));
}
