import { expect, it } from 'vitest';
import { toCurl } from './to-curl.ts';

it('writes a command that a shell reads back unchanged', () => {
  expect(toCurl({ method: 'POST', path: '/api/v1/projects', body: { name: "it's" } }, 'https://oriel.test')).toBe(
    `curl -sS -X POST 'https://oriel.test/api/v1/projects' \\
  -H "Authorization: Bearer $ORIEL_TOKEN" \\
  -H 'Content-Type: application/json' \\
  -d '{"name":"it'\\''s"}'`,
  );
});

it('has no body for a read', () => {
  expect(toCurl({ method: 'GET', path: '/api/v1/clusters?state=stale' }, 'https://oriel.test')).not.toContain('-d');
});
