import { OrielError } from '@oriel/domain/errors';
import { ensureCredential, revokeCredentials } from '../../ingest/credential.ts';
import { knock } from '../../ingest/door.ts';
import { publishSeed } from '../../ingest/publish.ts';
import { done, notYet, type Step } from './step.ts';

/** Certificate, map, and proof: the gateway is asked with the very certificate that the agents will show. */
export const ingest: Step = {
  patienceMs: 60_000,
  againMs: 500,
  async run(run, log) {
    const { ctx, cluster, signal } = run;
    const { credential, issued } = await ensureCredential(ctx, cluster);
    run.credential = credential;
    if (issued) await log(`Issued certificate ${credential.serial}, good until ${day(credential.notAfter)}.`);
    await publishSeed(ctx, cluster.seedId);
    const { ingestUrl: url, caCertPem: caPem, name } = cluster.seed;
    const { status, problem } = await knock({ url, caPem, certificate: await run.certificate(credential) }, signal);
    if (status === 200) {
      return done(`${url} lets this cluster in; its certificate is good until ${day(credential.notAfter)}.`);
    }
    if (status === 403) return notYet(`The ingest gateway of seed "${name}" does not know this cluster yet.`);
    return notYet(`The ingest gateway of seed "${name}" at ${url} is not ready: ${status ?? problem}.`);
  },
};

/** Takes the credential back, and checks that the gateway now refuses it. */
export const revoke: Step = {
  patienceMs: 60_000,
  againMs: 500,
  async run(run, log) {
    const { ctx, cluster, signal } = run;
    // Whatever certificate was current last: a step that runs again must not find nothing to check.
    const credential = await ctx.db.agentCredential.findFirst({
      where: { clusterId: cluster.id },
      orderBy: { createdAt: 'desc' },
    });
    if (credential === null) return done('This cluster never had a credential.');
    const count = await revokeCredentials(ctx.db, cluster);
    await publishSeed(ctx, cluster.seedId);
    if (count > 0) await log(`Certificate ${credential.serial} is revoked.`);
    const { ingestUrl: url, caCertPem: caPem, name } = cluster.seed;
    const { status } = await knock({ url, caPem, certificate: await run.certificate(credential) }, signal);
    if (status === 200) return notYet(`The ingest gateway of seed "${name}" still lets this cluster in.`);
    if (status === 403) return done('The ingest gateway refuses the agents of this cluster.');
    // Without its line in the map a gateway that is down refuses too, as soon as it starts.
    return done('The credential is revoked. The ingest gateway did not answer; it refuses the agents once it is back.');
  },
};

/** The last look before the end. The row itself goes when the operation closes, at one stroke with it. */
export const forget: Step = {
  patienceMs: 60_000,
  againMs: 1_000,
  async run({ cluster }) {
    if (cluster.deletionRequestedAt === null) {
      throw new OrielError('conflict', 'Nobody asked for this cluster to be deleted any more.');
    }
    return done(`${cluster.name} is forgotten. Its data stays in the seed until its retention ends.`);
  },
};

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}
