import { evaluate } from './evaluate.ts';
import type { RequestToFederate } from './federate.ts';
import { readLogql } from './logql-expression.ts';
import { dataOf, listOf, unionOfLabels, unionOfMetadata, unionOfNames } from './merge-lists.ts';
import { mergeDetected, mergePatterns, mergeStats, mergeStreams, mergeVolume, mostVolumes } from './merge-logs.ts';
import { planQuery, type QueryPlan } from './plan-query.ts';
import { readPromql } from './promql-expression.ts';
import { missingAnswer, refuseAcross } from './refusal.ts';
import type { Labels } from './rows.ts';

export interface JoinQuestion {
  readonly params: URLSearchParams;
  readonly isOnce: boolean;
}

/** The answer's body. */
export type Joined = Readonly<Record<string, unknown>> | readonly unknown[];

export interface Joiner {
  readonly questions: readonly JoinQuestion[];
  /** For each question the answers of its parts, at least one. */
  readonly join: (answers: readonly (readonly unknown[])[]) => Joined;
}

type Merge = (answers: readonly unknown[], params: URLSearchParams) => Joined;

const enveloped = (data: unknown, answers: readonly unknown[] = []): Joined => {
  const warnings = [
    ...new Set(answers.flatMap((answer) => listOf<string>((answer as { warnings?: unknown }).warnings))),
  ];
  return { status: 'success', data, ...(warnings.length > 0 && { warnings }) };
};

const lists = <Item>(answers: readonly unknown[]) => answers.map((answer) => listOf<Item>(dataOf(answer)));
/** Each part was asked for as many: the first ones of all are among them. */
const cut = <Item>(items: readonly Item[], params: URLSearchParams) =>
  items.slice(0, limitOf(params, Number.POSITIVE_INFINITY));
const names: Merge = (answers, params) => enveloped(cut(unionOfNames(lists<string>(answers)), params), answers);
const within = (field: string) => (answers: readonly unknown[]) =>
  answers.flatMap((answer) => listOf((dataOf(answer) as Record<string, unknown> | undefined)?.[field]));
const concatenated =
  (field: string): Merge =>
  (answers) =>
    enveloped({ [field]: within(field)(answers) }, answers);
const detected = (field: string) => (answers: readonly unknown[]) =>
  mergeDetected(answers.map((answer) => listOf((answer as Record<string, unknown>)[field])));

const merges: Readonly<Record<string, Merge>> = {
  '/api/v1/query_exemplars': (answers) => enveloped(lists(answers).flat()),
  '/api/v1/metadata': (answers) =>
    enveloped(unionOfMetadata(answers.map((answer) => dataOf(answer) as Record<string, []>))),
  series: (answers, params) => enveloped(cut(unionOfLabels(lists<Labels>(answers)), params), answers),
  labels: names,
  '/loki/api/v1/label': names,
  values: names,
  rules: concatenated('groups'),
  alerts: concatenated('alerts'),
  '/loki/api/v1/index/stats': mergeStats,
  '/loki/api/v1/index/volume': (answers, params) => enveloped(mergeVolume(answers, limitOf(params, 100), false)),
  '/loki/api/v1/index/volume_range': (answers, params) => enveloped(mergeVolume(answers, limitOf(params, 100), true)),
  '/loki/api/v1/patterns': (answers) => enveloped(mergePatterns(lists(answers))),
  '/loki/api/v1/detected_fields': (answers, params) => ({
    fields: cut(detected('fields')(answers), params),
    limit: (answers[0] as { limit?: number }).limit ?? 0,
  }),
  '/loki/api/v1/detected_labels': (answers) => ({ detectedLabels: detected('detectedLabels')(answers) }),
  '/api/v2/alerts': (answers) => answers.flatMap((answer) => listOf(answer)),
  '/api/v2/alerts/groups': (answers) => answers.flatMap((answer) => listOf(answer)),
  '/api/v2/silences': (answers) => answers.flatMap((answer) => listOf(answer)),
  '/api/v2/receivers': (answers) => [
    ...new Map(answers.flatMap((answer) => listOf<{ name: string }>(answer)).map((one) => [one.name, one])).values(),
  ],
  // The configuration is each project's own.
  '/api/v2/status': ([answer]) => ({ ...(answer as object), config: { original: '' } }),
};
const once = new Set(['/api/v1/status/buildinfo', '/loki/api/v1/format_query']);

/** How answers to a call become one. @throws OrielError `bad_input` for a query that cannot be divided. */
export function joinerOf(request: RequestToFederate): Joiner {
  const { store, path, params, now } = request;
  const isRange = path.endsWith('/query_range');
  if (isRange || path.endsWith('/query')) {
    const timed = withTime(request, isRange);
    const query = params.get('query') ?? '';
    const expression = store === 'logs' ? readLogql(query) : readPromql(query);
    if (expression === undefined) return lines(timed);
    // In Loki it counts lines, and means nothing here.
    const limit = store === 'logs' ? Number.POSITIVE_INFINITY : limitOf(timed, Number.POSITIVE_INFINITY);
    return figures(timed, planQuery(expression), { isRange, limit });
  }
  if (once.has(path)) return { questions: [{ params, isOnce: true }], join: ([answers = []]) => answers[0] as Joined };
  const last = path.slice(path.lastIndexOf('/') + 1);
  const merge = merges[path] ?? (path.startsWith('/api/v2/') ? undefined : merges[last]);
  if (!merge) throw refuseAcross('This call is not answered for all projects at once.');
  const asked = new URLSearchParams(params);
  if (path.includes('/index/volume')) asked.set('limit', String(mostVolumes));
  // Pages of one tenant's groups would be no pages of all.
  for (const name of ['group_limit', 'group_next_token']) asked.delete(name);
  if (isTimedAlike(path)) asked.set('end', asked.get('end') ?? nanoseconds(now));
  const isOnce = path === '/api/v2/status';
  return { questions: [{ params: asked, isOnce }], join: ([answers = []]) => merge(answers, params) };
}

function lines(params: URLSearchParams): Joiner {
  return {
    questions: [{ params, isOnce: false }],
    join: ([answers = []]) => {
      const isForward = params.get('direction')?.toLowerCase() === 'forward';
      return enveloped({ ...mergeStreams(answers, limitOf(params, 100), isForward), stats: {} });
    },
  };
}

function figures(
  params: URLSearchParams,
  plan: QueryPlan,
  { isRange, limit }: { readonly isRange: boolean; readonly limit: number },
): Joiner {
  const questions = plan.questions.map(({ query, isOnce }) => {
    const asked = new URLSearchParams(params);
    asked.set('query', query);
    // A part that leaves series out would change the whole.
    asked.delete('limit');
    return { params: asked, isOnce };
  });
  const join: Joiner['join'] = (answers) => {
    if (answers.some((list) => list.length === 0)) throw missingAnswer();
    const data = evaluate(plan, answers, isRange);
    const result = data.resultType === 'scalar' ? data.result : data.result.slice(0, limit);
    return enveloped({ ...data, result }, answers.flat());
  };
  return { questions, join };
}

/** Parts that each take their own time for now would speak of different moments. */
function withTime({ store, params, now }: RequestToFederate, isRange: boolean): URLSearchParams {
  const timed = new URLSearchParams(params);
  const name = isRange ? 'end' : 'time';
  if (!timed.get(name)) timed.set(name, store === 'logs' ? nanoseconds(now) : String(now / 1_000));
  return timed;
}

function isTimedAlike(path: string): boolean {
  return path === '/loki/api/v1/index/volume_range' || path === '/loki/api/v1/patterns';
}

function nanoseconds(milliseconds: number): string {
  return `${Math.round(milliseconds)}000000`;
}

function limitOf(params: URLSearchParams, otherwise: number): number {
  const limit = Number(params.get('limit') ?? '');
  return Number.isInteger(limit) && limit > 0 ? limit : otherwise;
}
