// The process that is watched: reads each kubeconfig with the code of the product and does with it what web and worker
// do: preflight, then later calls with the client that was kept. Nothing here is a copy of anything.
import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { type ApiAccess, apiAccess } from '@oriel/k8s/api-access';
import { ApiServer } from '@oriel/k8s/api-server';
import { parseKubeconfig } from '@oriel/k8s/kubeconfig';
import { preflight } from '@oriel/k8s/preflight';
import { actNaively } from './naive.ts';
import { beginMark, type Trial, type Verdict } from './trial.ts';

const policy = { allowLoopback: false };
const { mode, texts, honest }: Trial = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Trial;

async function use(access: ApiAccess): Promise<boolean> {
  const { ok } = await preflight({ access, policy, signal: AbortSignal.timeout(20_000) });
  for (let look = 0; look < 2; look++) {
    let api: ApiServer | undefined;
    try {
      api = new ApiServer(access, { policy, timeoutMs: 3_000, connectTimeoutMs: 2_000 });
      for (const path of ['/version', '/api/v1/nodes']) await api.call({ method: 'GET', path, what: 'look again' });
    } catch {
      // A refusal; which one does not matter here, what it did before does.
    } finally {
      await api?.close();
    }
  }
  return ok;
}

/** What was stored in some other way must not help either: the worker's client reads it without the parser. */
function stored(text: string): ApiAccess | undefined {
  try {
    const { clusters } = JSON.parse(text) as { clusters: [{ cluster: Record<string, string> }] };
    const { server = '', 'tls-server-name': tlsServerName } = clusters[0].cluster;
    return apiAccess.parse({ server: new URL(server).origin, tlsServerName, token: 'a-token' });
  } catch {
    return undefined;
  }
}

async function judge(text: string): Promise<Verdict> {
  const started = performance.now();
  const access = read(text);
  const parseMs = performance.now() - started;
  if (!(access instanceof Error)) return { read: true, passed: await use(access), parseMs };
  const kept = stored(text);
  if (kept !== undefined) await use(kept);
  return { read: false, passed: false, parseMs, sentence: access.message };
}

function read(text: string): ApiAccess | Error {
  try {
    return parseKubeconfig(text);
  } catch (error) {
    return error as Error;
  }
}

// Everything that is loaded, resolved and warmed up at a first use is there before the watch begins.
const control = await judge(honest);
existsSync(beginMark);
const verdicts: Verdict[] = [];
for (const text of texts) {
  if (mode === 'naive') await actNaively(text);
  else verdicts.push(await judge(text));
}
process.stdout.write(JSON.stringify({ control, verdicts }));
process.exit(0);
