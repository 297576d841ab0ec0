import type { Db } from '@oriel/db/client';
import { randomName } from '@oriel/db/testing/fixtures';
import type { GullibleApiServer } from '@oriel/k8s/testing/gullible-api-server';
import { callerFor, type World } from '../world.ts';
import { whileRefused } from './refusing-table.ts';
import type { Vault } from './vault.ts';

export interface Stage {
  readonly db: Db;
  readonly world: World;
  readonly vault: Vault;
  readonly api: GullibleApiServer;
}

const owner = ({ db, world }: Stage) => callerFor(db, world.headers.owner);
const register = (stage: Stage, kubeconfig: string) =>
  owner(stage).clusters.create({ project: stage.world.own.slug, name: randomName('c'), region: 'eu-1', kubeconfig });

/** Id of a cluster whose API server takes this token. */
export async function registerAccepted(stage: Stage, token: string): Promise<string> {
  stage.api.tokens.add(token);
  return (await register(stage, stage.api.kubeconfig({ token }))).clusterId;
}

/** 96 kubeconfigs: registered, replaced, refused by us, refused by their cluster in an indiscreet way, and lost in a database that fails. */
export async function plantKubeconfigs(stage: Stage): Promise<void> {
  const { vault, api } = stage;
  const tokens = (kind: string, count: number) => Array.from({ length: count }, () => vault.invent(kind));
  const registered: string[] = [];
  for (const token of tokens('cluster token', 40)) registered.push(await registerAccepted(stage, token));
  for (const [index, token] of tokens('replacing token', 6).entries()) {
    // Every other one is refused by its cluster.
    if (index % 2 === 0) api.tokens.add(token);
    const input = { clusterId: registered[index] ?? '', kubeconfig: api.kubeconfig({ token }) };
    await owner(stage).clusters.preflightReplacement(input);
    const replacing = owner(stage).clusters.replaceKubeconfig(input);
    await (index % 2 === 0 ? replacing : mustFail(replacing));
  }
  for (let index = 0; index < 30; index++) {
    const credential = await api.issue(`client-${index}`);
    vault.keepKey('client key', credential.key);
    await register(stage, api.kubeconfig(credential));
  }
  await refusedEach(stage, tokens('unknown token', 5), (token) => api.kubeconfig({ token }));
  await refusedEach(stage, tokens('token with exec', 5), (token) =>
    api.kubeconfig({ token }, ', exec: {command: aws}'),
  );
  await refusedEach(
    stage,
    tokens('unreadable token', 3),
    (token) => `users: [{name: ${token}, user: {token: "${token}`,
  );
  const quoted = tokens('quoted token', 4);
  for (const token of quoted) api.indiscreetAbout.add(token);
  await refusedEach(stage, quoted, (token) => api.kubeconfig({ token }));
  await whileRefused(stage.db, 'clusters', async () => {
    const lost = tokens('lost token', 3);
    for (const token of lost) api.tokens.add(token);
    for (const token of lost) await mustFail(register(stage, api.kubeconfig({ token })));
  });
}

async function refusedEach(stage: Stage, tokens: readonly string[], write: (token: string) => string): Promise<void> {
  for (const token of tokens) {
    const kubeconfig = write(token);
    await mustFail(register(stage, kubeconfig));
    await owner(stage).clusters.preflight({ project: stage.world.own.slug, kubeconfig });
  }
}

export async function mustFail(call: Promise<unknown>): Promise<void> {
  const went = await call.then(
    () => 'well',
    () => 'wrong',
  );
  if (went === 'well') throw new Error('A call that was to fail went well.');
}
