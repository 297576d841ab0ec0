// README's pictures, of a running product: node scripts/screenshots.ts [--home DIR]. See npm start.
import { mkdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createDb, type Db } from '@oriel/db/client';
import { sessionCookieName } from '@oriel/db/credential';
import { createSession, revokeSession } from '@oriel/db/sessions';
import { homePaths } from '@oriel/testbed/embedded/home';
import { runningInstance } from '@oriel/testbed/embedded/instance-lock';
import { databaseUrl } from '@oriel/testbed/embedded/postgres/start-postgres';
import { repository } from '@oriel/testbed/embedded/repository';
import { portsFrom } from '@oriel/testbed/ports';
import { type Browser, chromium, type Page } from '@playwright/test';
import { browserArguments, findChromium } from '../e2e/fixtures/chromium.ts';

const folder = join(repository, 'docs', 'images');
/** A README is read on telephones too. */
const limitBytes = 200 * 1024;
const desk = { width: 1280, height: 760 };
const phone = { width: 390, height: 844 };

interface Shot {
  readonly name: string;
  readonly path: string;
  /** What shows that the page has its data. */
  readonly ready: (page: Page) => Promise<void>;
  readonly onPhone?: boolean;
  /** Of the wide picture, where it is another: text in every pixel makes large files. */
  readonly height?: number;
}

interface Session {
  readonly origin: string;
  readonly cookie: { readonly name: string; readonly value: string };
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { home: { type: 'string', default: join(repository, '.oriel') } } });
  const paths = homePaths(resolve(values.home));
  const instance = await runningInstance(paths.lock);
  if (instance === undefined) throw new Error(`No Oriel runs in ${paths.root}. Start it: npm start.`);
  const { port } = new URL(instance.url);
  const password = await readFile(paths.postgresPassword, 'utf8');
  const db = createDb(databaseUrl({ port: portsFrom(Number(port)).postgres, password }), { poolSize: 1 });
  const browser = await chromium.launch({ executablePath: findChromium(), args: browserArguments });
  const { id: userId } = await db.user.findFirstOrThrow({
    where: { isPlatformAdmin: true },
    orderBy: { createdAt: 'asc' },
  });
  const session = await db.$transaction((tx) => createSession(tx, { userId, userAgent: 'screenshots' }));
  try {
    await mkdir(folder, { recursive: true });
    const cookie = { name: sessionCookieName(instance.url), value: session.value };
    for (const shot of await shots(db)) await take(browser, { origin: instance.url, cookie }, shot);
  } finally {
    await revokeSession(db, userId, session.id);
    await browser.close();
    await db.$disconnect();
  }
}

async function shots(db: Db): Promise<Shot[]> {
  const cluster = await db.cluster.findFirstOrThrow({ orderBy: { createdAt: 'asc' }, include: { project: true } });
  const project = `/p/${cluster.project.slug}`;
  const query = encodeURIComponent('sum by (namespace) (rate(container_cpu_usage_seconds_total[5m]))');
  return [
    {
      name: 'fleet',
      path: '/fleet',
      ready: appears((page) => page.getByRole('link', { name: cluster.name, exact: true })),
      onPhone: true,
    },
    {
      name: 'cluster',
      path: `/clusters/${cluster.id}`,
      ready: appears((page) => page.getByText('running containers')),
    },
    {
      name: 'logs',
      path: `${project}/logs`,
      ready: appears((page) => page.getByRole('button', { name: /^Line of / })),
      onPhone: true,
      height: 620,
    },
    { name: 'metrics', path: `${project}/metrics?q=${query}`, ready: appears((page) => page.locator('canvas')) },
    { name: 'setup', path: '/setup', ready: appears((page) => page.locator('pre')) },
  ];
}

function appears(find: (page: Page) => ReturnType<Page['locator']>) {
  return (page: Page) => find(page).filter({ visible: true }).first().waitFor({ timeout: 30_000 });
}

async function take(browser: Browser, session: Session, shot: Shot): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await picture(browser, session, {
      shot,
      theme,
      viewport: { ...desk, height: shot.height ?? desk.height },
      file: `${shot.name}-${theme}.png`,
    });
    if (!shot.onPhone) continue;
    await picture(browser, session, { shot, theme, viewport: phone, file: `${shot.name}-phone-${theme}.png` });
  }
}

interface Picture {
  readonly shot: Shot;
  readonly theme: 'light' | 'dark';
  readonly viewport: typeof desk;
  readonly file: string;
}

async function picture(
  browser: Browser,
  { origin, cookie }: Session,
  { shot, theme, viewport, file }: Picture,
): Promise<void> {
  const context = await browser.newContext({
    viewport,
    colorScheme: theme,
    reducedMotion: 'reduce',
    timezoneId: 'UTC',
  });
  await context.addCookies([
    { ...cookie, url: origin, httpOnly: true, sameSite: 'Lax' },
    { name: 'oriel-theme', value: theme, url: origin },
  ]);
  const page = await context.newPage();
  await page.goto(`${origin}${shot.path}`);
  await shot.ready(page);
  // What is loaded beside it: figures of the sill, charts.
  await page.waitForTimeout(3_000);
  const path = join(folder, file);
  await page.screenshot({ path, animations: 'disabled' });
  await context.close();
  const { size } = await stat(path);
  console.log(`${file}  ${Math.round(size / 1024)} KB`);
  if (size > limitBytes) throw new Error(`${file} has more than ${limitBytes / 1024} KB. Take a smaller window.`);
}

await main();
