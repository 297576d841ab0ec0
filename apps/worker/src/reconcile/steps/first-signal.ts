import { loadProjectTelemetry } from '@oriel/db/project-telemetry';
import { OrielError } from '@oriel/domain/errors';
import { scopeForObserver } from '@oriel/domain/scope';
import type { Where } from '@oriel/seed-client/metrics';
import { firstLineSince, firstSampleSince } from '../../observe/first-signal.ts';
import type { ClusterRun } from '../cluster-run.ts';
import { done, notYet, type Step, type StepOutcome } from './step.ts';

/** Asked every second and a half: somebody waits for the first line. */
export const firstSignal: Step = {
  patienceMs: 5 * 60_000,
  againMs: 1_500,
  advice: "Look at the pipeline on the cluster's page for the hop that is broken.",
  async run(run) {
    const where = await whereToLook(run);
    const results = await Promise.all([
      run.desired.logging ? logs(run, where) : undefined,
      run.desired.monitoring ? metrics(run, where) : undefined,
    ]);
    const found = results.filter((result) => result !== undefined);
    const text = found.map(({ message }) => message).join(' ');
    return found.every((result) => result.done) ? done(text) : notYet(text);
  },
};

async function logs(run: ClusterRun, where: Where): Promise<StepOutcome> {
  const { cluster } = run;
  if (cluster.firstLogAt !== null) return done('Log lines arrive.');
  const line = await firstLineSince(where, cluster.name, since(run));
  if (line === undefined) return notYet('No log line has arrived yet.');
  await run.ctx.db.cluster.update({ where: { id: cluster.id }, data: { firstLogAt: line.at, lastLogAt: line.at } });
  return done(`First log line: ${line.text.slice(0, 300)}`);
}

async function metrics(run: ClusterRun, where: Where): Promise<StepOutcome> {
  const { cluster } = run;
  if (cluster.firstMetricAt !== null) return done('Metrics arrive.');
  const at = await firstSampleSince(where, cluster.name, since(run));
  if (at === undefined) return notYet('No metric has arrived yet; agents scrape once a minute.');
  await run.ctx.db.cluster.update({ where: { id: cluster.id }, data: { firstMetricAt: at, lastMetricAt: at } });
  return done('First metrics received.');
}

/** What arrived before the change was asked for proves nothing. */
function since({ cluster }: ClusterRun): Date {
  return cluster.operations[0]?.createdAt ?? cluster.createdAt;
}

async function whereToLook({ ctx, cluster, signal }: ClusterRun): Promise<Where> {
  const project = await loadProjectTelemetry(ctx.db, cluster.project.slug);
  if (project === undefined) throw new OrielError('not_found', 'The project of this cluster is gone.');
  return { scope: scopeForObserver(project), seedId: cluster.seedId, signal };
}
