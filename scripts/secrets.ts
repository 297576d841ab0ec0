// npm run secrets: the keys that stored secrets are under. See --help.
import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createDb } from '@oriel/db/client';
import { addKey, type KeyKeeping, retireKey } from '@oriel/db/secrets/keep-keys';
import { readKeyFile } from '@oriel/db/secrets/key-file';
import { keysInUse } from '@oriel/db/secrets/keys-in-use';
import { rotateKeys } from '@oriel/db/secrets/rotate';
import { homePaths } from '@oriel/testbed/embedded/home';
import { runningInstance } from '@oriel/testbed/embedded/instance-lock';
import { databaseUrl } from '@oriel/testbed/embedded/postgres/start-postgres';
import { repository } from '@oriel/testbed/embedded/repository';
import { portsFrom } from '@oriel/testbed/ports';

const usage = `npm run secrets -- <command> [options]

Works while Oriel runs; every process takes up the key file's change by itself.

  status        which keys there are, and how many secrets are under each
  rotate        add a key, bring every secret under it; interrupted, run it again and it goes on
  add-key       add a key and seal new secrets with it, and leave those that are there to "rotate"
  retire ID     delete a former key that nothing is under any more

  --home DIR    the Oriel of npm start (default .oriel in the checkout, or $ORIEL_HOME);
                elsewhere set DATABASE_URL and ORIEL_KEY_FILE

A backup of the database needs the key file of its time: keep the key file with it, at another place.
`;
const say = (text: string) => void process.stdout.write(`${text}\n`);

const { values, positionals } = parseArgs({
  options: { home: { type: 'string' }, help: { type: 'boolean', default: false } },
  allowPositionals: true,
});

const commands: Readonly<Record<string, (keeping: KeyKeeping, argument: string) => Promise<void>>> = {
  async status({ db, keyFile }) {
    const [{ keys, current }, uses] = [await readKeyFile(keyFile), await keysInUse(db)];
    for (const id of keys.keys()) say(`key ${id}${id === current ? ', current' : ''}`);
    for (const { table, column, form, keyId, count } of uses) {
      const missing = keys.has(keyId) ? '' : ', WHICH THE KEY FILE LACKS: these secrets cannot be opened';
      say(`${table}.${column}: ${count} under ${keyId} (${form})${missing}`);
    }
  },
  async rotate(keeping) {
    const startedAt = performance.now();
    const { keyId, rewrapped, failures } = await rotateKeys(keeping, { onProgress: say });
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
    say(`${rewrapped} secrets brought under "${keyId}" in ${seconds} s, ${failures.length} that do not open.`);
    for (const { message } of failures) say(message);
    if (failures.length > 0) {
      process.exitCode = 1;
      say('They are as they were. While there are any, "rotate" adds no key by itself: run "add-key" before it.');
    } else say('The former key is still in the file: retire it once the backups that need it are gone.');
  },
  async 'add-key'(keeping) {
    say(`Added the key "${await addKey(keeping)}"; new secrets are sealed with it. Run "rotate" for the others.`);
  },
  async retire(keeping, id) {
    if (id === '') throw new Error('Which key? For example: npm run secrets -- retire k1');
    await retireKey(keeping, id);
    say(`The key "${id}" is deleted. Backups of the database from its time can be opened with a copy of it only.`);
  },
};

async function find(): Promise<{ url: string; keyFile: string }> {
  const { DATABASE_URL: url, ORIEL_KEY_FILE: keyFile, ORIEL_HOME } = process.env;
  if (url && keyFile) return { url, keyFile };
  const paths = homePaths(resolve(values.home ?? ORIEL_HOME ?? join(repository, '.oriel')));
  const running = await runningInstance(paths.lock);
  if (running === undefined) {
    throw new Error(`No Oriel runs in ${paths.root}. Start it, or set DATABASE_URL and ORIEL_KEY_FILE.`);
  }
  const port = portsFrom(Number(new URL(running.url).port)).postgres;
  const password = await readFile(paths.postgresPassword, 'utf8');
  return { url: databaseUrl({ port, password }), keyFile: paths.keyFile };
}

async function main(): Promise<void> {
  const [name = '', argument = ''] = positionals;
  const command = commands[name];
  if (values.help || command === undefined) {
    process.exitCode = values.help ? 0 : 2;
    return say(usage);
  }
  const { url, keyFile } = await find();
  const db = createDb(url);
  try {
    await command({ db, keyFile, operator: userInfo().username }, argument);
  } finally {
    await db.$disconnect();
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
