import { expect, test } from 'vitest';
import { answerOf, createOrielClient, ProblemError } from './client.ts';

function answering(status: number, body: unknown, type = 'application/json') {
  const asked: Request[] = [];
  const fetch = async (request: Request) => {
    asked.push(request);
    return new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });
  };
  return { asked, oriel: createOrielClient({ origin: 'https://oriel.example.com', token: 'oriel_pat_x', fetch }) };
}

test('sends the token, fills in the path and answers what is typed', async () => {
  const { asked, oriel } = answering(200, { slug: 'shop', name: 'Shop' });
  const project = answerOf(await oriel.GET('/projects/{project}', { params: { path: { project: 'shop' } } }));
  expect(project.name).toBe('Shop');
  expect(asked[0]?.url).toBe('https://oriel.example.com/api/v1/projects/shop');
  expect(asked[0]?.headers.get('authorization')).toBe('Bearer oriel_pat_x');
});

test('a problem is thrown with its code', async () => {
  const problem = { code: 'not_found', detail: 'There is no such project.', status: 404 };
  const { oriel } = answering(404, problem, 'application/problem+json');
  const thrown = await oriel.GET('/projects').catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(ProblemError);
  expect(thrown).toMatchObject({ message: problem.detail, problem });
});

test('an answer of something in between is not taken for one of ours', async () => {
  const { oriel } = answering(502, 'bad gateway', 'text/plain');
  await expect(oriel.GET('/projects')).rejects.toThrow(/did not come from Oriel/);
});
