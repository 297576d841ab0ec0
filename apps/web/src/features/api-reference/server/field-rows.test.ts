import { expect, test } from 'vitest';
import { fieldRows, typeInWords } from './field-rows.ts';

const components = {
  Project: { type: 'object', required: ['slug'], properties: { slug: { type: 'string', description: 'Stays.' } } },
};
const project = { $ref: '#/components/schemas/Project' };

test('fields stand below their object, whether it is one, a list, or may be null', () => {
  const schema = {
    type: 'object',
    required: ['projects'],
    properties: {
      projects: { type: 'array', items: project },
      chosen: { anyOf: [project, { type: 'null' }] },
      limit: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
    },
  };
  expect(fieldRows(schema, components).map(({ key, type, required, depth }) => [key, type, required, depth])).toEqual([
    ['projects', 'list of Project', true, 0],
    ['projects.slug', 'text', true, 1],
    ['chosen', 'Project or null', false, 0],
    ['chosen.slug', 'text', true, 1],
    ['limit', 'whole number from 1 to 200', false, 0],
  ]);
  expect(fieldRows(schema, components)[4]?.fallback).toBe('50');
});

test('a schema that names itself ends', () => {
  const tree = { Tree: { type: 'object', properties: { below: { $ref: '#/components/schemas/Tree' } } } };
  expect(fieldRows({ $ref: '#/components/schemas/Tree' }, tree)).toHaveLength(5);
});

test.each([
  [{ type: ['string', 'null'], format: 'date-time' }, 'time (RFC 3339) or null'],
  [{ enum: ['viewer', 'owner'] }, 'viewer · owner'],
  [{}, 'anything'],
  [{ type: 'boolean' }, 'true or false'],
  [{ type: 'string', minLength: 12, maxLength: 256 }, 'text of at least 12 and at most 256 characters'],
  [{ type: 'string', minLength: 1, maxLength: 120 }, 'text of at most 120 characters'],
])('%j reads "%s"', (schema, words) => {
  expect(typeInWords(schema, {})).toBe(words);
});
