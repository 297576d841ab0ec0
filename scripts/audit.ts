// Verifies or exports the audit trail:
//   npm run oriel -- scripts/audit.ts verify [--anchor <position>:<hash>] [--home DIR | --database-url URL]
//   npm run oriel -- scripts/audit.ts export [--project <slug>] [--since <date>] [--until <date>] > trail.jsonl
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { formatAnchor, parseAnchor, verifyAuditChain } from '@oriel/db/audit-chain';
import { exportAudit } from '@oriel/db/audit-export';
import { createDb, type Db } from '@oriel/db/client';
import { homePaths } from '@oriel/testbed/embedded/home';
import { runningInstance } from '@oriel/testbed/embedded/instance-lock';
import { databaseUrl } from '@oriel/testbed/embedded/postgres/start-postgres';
import { repository } from '@oriel/testbed/embedded/repository';
import { portsFrom } from '@oriel/testbed/ports';

const usage = `Usage: scripts/audit.ts verify [--anchor <position>:<hash>] | export [--project <slug>] [--since <date>] [--until <date>]
       [--home DIR] of a running Oriel (.oriel), or --database-url URL`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      home: { type: 'string', default: join(repository, '.oriel') },
      'database-url': { type: 'string' },
      anchor: { type: 'string' },
      project: { type: 'string' },
      since: { type: 'string' },
      until: { type: 'string' },
    },
  });
  const [command, ...rest] = positionals;
  if (rest.length > 0 || (command !== 'verify' && command !== 'export')) throw new Error(usage);
  const db = createDb(values['database-url'] ?? (await urlOf(resolve(values.home))), { poolSize: 1 });
  try {
    if (command === 'verify') await verify(db, values.anchor);
    else await write(db, values);
  } finally {
    await db.$disconnect();
  }
}

async function verify(db: Db, anchorText: string | undefined): Promise<void> {
  const anchor = anchorText === undefined ? undefined : parseAnchor(anchorText);
  if (anchorText !== undefined && !anchor) {
    throw new Error('An anchor has the form <position>:<64 hexadecimal digits>, as an earlier verify printed it.');
  }
  const { entries, head, problems } = await verifyAuditChain(db, { anchor });
  for (const { kind, message } of problems) console.log(`${kind}: ${message}`);
  if (problems.length > 0) {
    console.log(`The audit trail is NOT whole: ${problems.length} problems in ${entries} entries.`);
    process.exitCode = 1;
    return;
  }
  console.log(`The audit trail is whole: ${entries} entries.`);
  if (head) console.log(`Keep this anchor elsewhere, and give it to the next verify: ${formatAnchor(head)}`);
}

/** One JSON object a line, the oldest first. */
async function write(db: Db, filter: { project?: string; since?: string; until?: string }): Promise<void> {
  const query = { project: filter.project, since: dateOf('since', filter.since), until: dateOf('until', filter.until) };
  for await (const entry of exportAudit(db, query)) process.stdout.write(`${JSON.stringify(entry)}\n`);
}

function dateOf(name: string, text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) throw new Error(`--${name} is no date: give 2026-01-31 or 2026-01-31T12:00:00Z.`);
  return date;
}

async function urlOf(home: string): Promise<string> {
  const paths = homePaths(home);
  const instance = await runningInstance(paths.lock);
  if (instance === undefined) throw new Error(`No Oriel runs in ${paths.root}. Start it, or give --database-url.`);
  const password = await readFile(paths.postgresPassword, 'utf8');
  return databaseUrl({ port: portsFrom(Number(new URL(instance.url).port)).postgres, password });
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
