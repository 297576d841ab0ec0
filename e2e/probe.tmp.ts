import { readFile } from 'node:fs/promises';
import { createDb } from '@oriel/db/client';
import { createSession } from '@oriel/db/sessions';
import { homePaths } from '@oriel/testbed/embedded/home';
import { databaseUrl } from '@oriel/testbed/embedded/postgres/start-postgres';
import { chromium } from '@playwright/test';
import { browserArguments, findChromium } from './fixtures/chromium.ts';
const paths = homePaths('/work/main/.oriel/lead');
const db = createDb(databaseUrl({ port: 3003, password: await readFile(paths.postgresPassword, 'utf8') }), { poolSize: 1 });
const { id } = await db.user.findFirstOrThrow({ where: { isPlatformAdmin: true } });
const s = await db.$transaction((tx) => createSession(tx, { userId: id, userAgent: 'probe' }));
const cluster = await db.cluster.findFirst({ include: { conditions: true } });
console.log(JSON.stringify(cluster, (k, v) => typeof v === 'bigint' ? String(v) : k.includes('nvelope') ? 'x' : v).slice(0, 1500));
const ops = await db.operation.findMany({ orderBy: { id: 'desc' }, take: 3, include: { attempts: { include: { steps: true } } } });
for (const o of ops) { console.log(o.id, o.kind, o.state); for (const st of o.attempts.at(-1)?.steps ?? []) console.log('  ', st.key, st.state, st.message, st.startedAt?.toISOString(), st.finishedAt?.toISOString()); }
const browser = await chromium.launch({ executablePath: findChromium(), args: browserArguments });
const ctx = await browser.newContext({ viewport: { width: 1440, height: 900 } });
await ctx.addCookies([{ name: 'oriel.session', value: s.value, url: 'http://oriel.localhost:3000' }]);
const page = await ctx.newPage();
page.on('console', (m) => m.type() === 'error' && console.log('console', m.text().slice(0, 300)));
for (const path of process.argv.slice(2)) {
  const p = path.replace('CID', cluster?.id ?? '').replace('OID', String(ops[0]?.id));
  await page.goto('http://oriel.localhost:3000' + p);
  await page.waitForTimeout(4000);
  await page.screenshot({ path: `/tmp/e2eprobe/${p.replace(/\W+/g, '_')}.png` });
  console.log(p, page.url(), (await page.locator('h1').allTextContents()).join('|'));
}
await browser.close(); await db.$disconnect();
