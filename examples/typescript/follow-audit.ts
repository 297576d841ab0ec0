// Prints what was done in a project, page by page, the newest first.
//   ORIEL_URL=… ORIEL_TOKEN=… node examples/typescript/follow-audit.ts shop
import { answerOf } from '@oriel/api-client/client';
import { oriel } from './environment.ts';

const [project = 'shop'] = process.argv.slice(2);

for (let cursor: string | undefined; ; ) {
  const query = { limit: 2, ...(cursor === undefined ? {} : { cursor }) };
  const page = answerOf(await oriel.GET('/projects/{project}/audit', { params: { path: { project }, query } }));
  for (const { at, actor, action, targetType } of page.items) console.log(at, actor, action, targetType);
  if (page.nextCursor === null) break;
  cursor = page.nextCursor;
}
