import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { schemaFile } from '../migration-files.ts';
import { type SecretColumn, secretColumns } from './secret-columns.ts';

/** Every `…Envelope` of the schema, with its table and the type of the table's `id`. */
function envelopesOf(schema: string): SecretColumn[] {
  return [...schema.matchAll(/^model \w+ \{\n(.*?)^\}/gms)].flatMap(([, body = '']) => {
    const table = /@@map\("([^"]+)"\)/.exec(body)?.[1] ?? '?';
    const idType = /^\s+id\s+String\s.*@db\.Uuid/m.test(body) ? 'uuid' : 'text';
    return [...body.matchAll(/^\s+(\w*Envelope)\s+String(.*)$/gm)].map(
      ([, field, rest = '']): SecretColumn => ({
        table,
        column: /@map\("([^"]+)"\)/.exec(rest)?.[1] ?? field ?? '?',
        idType,
      }),
    );
  });
}

const inOrder = (columns: readonly SecretColumn[]) =>
  columns.map(({ table, column, idType }) => `${table}.${column} of ${idType}`).sort();

test('a rotation walks every envelope that the schema has', async () => {
  const found = envelopesOf(await readFile(schemaFile, 'utf8'));
  expect(found.length).toBeGreaterThan(3);
  expect(inOrder(Object.values(secretColumns))).toEqual(inOrder(found));
});

test('a column that is missing from the list would be noticed', () => {
  const schema = `model Vault {\n  id String @id\n  pinEnvelope String? @map("pin_envelope")\n\n  @@map("vaults")\n}\n`;
  expect(envelopesOf(schema)).toEqual([{ table: 'vaults', column: 'pin_envelope', idType: 'text' }]);
});
