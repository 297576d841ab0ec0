import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDb } from '@oriel/db/client';
import { migrate } from '@oriel/db/migrate';
import { openSecretBox } from '@oriel/db/secret-box';
import { rotateKeys } from '@oriel/db/secrets/rotate';
import { writeKeyFile } from '@oriel/db/testing/keys';
import { allSecrets, unreadable } from '../key-rotation/places.ts';
import { fillTables, newCluster, textAt } from '../key-rotation/rows.ts';
import { backUp, restore } from './backup.ts';
import { emptyHost, type Host } from './host.ts';

export interface RestoreFigures {
  readonly stored: number;
  readonly restored: number;
  /** Sentences of those that did not open on the new host. */
  readonly failures: readonly string[];
  /** A control: how many do not open there with the key file of another installation. */
  readonly unreadableWithOtherKeys: number;
}

/** One machine is backed up while it works, and lost; another starts from the backup and a copy of the key file. */
export async function proveRestore(secrets: number): Promise<RestoreFigures> {
  const hosts = [await emptyHost(), await emptyHost()] as const;
  const vault = await mkdtemp(join(tmpdir(), 'oriel-vault-'));
  try {
    const stored = await lifeOnTheFirst(hosts[0], vault, secrets);
    await hosts[0].remove();
    return { stored, ...(await lifeOnTheSecond(hosts[1], vault)) };
  } finally {
    for (const host of hosts) await host.remove();
    await rm(vault, { recursive: true, force: true });
  }
}

/** Returns how many secrets there were in the end. */
async function lifeOnTheFirst({ paths, dataFolder, secretsFolder, start }: Host, vault: string, secrets: number) {
  const { url, stop } = await start();
  const db = createDb(url);
  try {
    await migrate(url);
    await fillTables(db, paths.keyFile, secrets);
    const box = await openSecretBox(paths.keyFile);
    const home = await db.tenant.findFirstOrThrow({ select: { projectId: true, seedId: true } });
    await backUp({ url, dataFolder }, join(vault, 'database'), async () => {
      // Somebody registers a cluster and somebody else rotates the keys, of all moments.
      await rotateKeys({ db, keyFile: paths.keyFile, operator: 'proof' });
      const cluster = await newCluster({ seal: (place) => box.seal(place, textAt(place, 1)) }, home);
      await db.cluster.create({ data: cluster });
    });
    await cp(secretsFolder, join(vault, 'secrets'), { recursive: true });
    return (await allSecrets(db)).length;
  } finally {
    await db.$disconnect();
    await stop();
  }
}

async function lifeOnTheSecond({ paths, dataFolder, secretsFolder, start }: Host, vault: string) {
  await restore(join(vault, 'database'), dataFolder);
  await cp(join(vault, 'secrets'), secretsFolder, { recursive: true });
  const { url, stop } = await start();
  const db = createDb(url);
  try {
    const found = await allSecrets(db);
    const failures = await unreadable(await openSecretBox(paths.keyFile), found);
    const other = join(vault, 'other-keys.json');
    await writeKeyFile(other);
    const lost = await unreadable(await openSecretBox(other), found);
    return { restored: found.length, failures, unreadableWithOtherKeys: lost.length };
  } finally {
    await db.$disconnect();
    await stop();
  }
}
