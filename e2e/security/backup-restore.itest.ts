import { expect, test } from 'vitest';
import { proveRestore } from './backup-restore/prove.ts';

test('every secret of a backup opens on an empty host with a copy of the key file, and none without it', async () => {
  const { stored, restored, failures, unreadableWithOtherKeys } = await proveRestore(200);
  expect({ restored, failures }).toEqual({ restored: stored, failures: [] });
  expect(stored).toBe(201);
  expect(unreadableWithOtherKeys).toBe(201);
}, 120_000);
