/** Where a call carries what it reads. */
export type Carrier =
  /** `query`, and no answer without it. */
  | 'query'
  /** `query` with lines to read, and no answer without it. */
  | 'lines'
  /** The same; without one the reach itself is the selector. */
  | 'stream'
  /** `match[]`, any number of them; without one the reach itself is the selector. */
  | 'match'
  /** Nowhere: it reads nothing, or its answer is filtered. */
  | 'none';

/** What must be done with an answer that no matcher narrows. */
export type AnswerFilter =
  | 'metadata'
  | 'alerts'
  | 'rules'
  | 'alertmanager_alerts'
  | 'alertmanager_groups'
  | 'alertmanager_silences'
  | 'alertmanager_status';

export interface Call {
  readonly carrier: Carrier;
  /** Parameters that are passed on besides; none of them says what is read. All others are dropped. */
  readonly keeps: readonly string[];
  /** Those among them that may stand there more than once, beside the ones that end in `[]`. */
  readonly repeats?: readonly string[];
  readonly filter?: AnswerFilter;
  /** A label whose value the store copies into a query of its own without quoting it. */
  readonly copiedLabel?: string;
}

export type Store = 'metrics' | 'logs' | 'alerts';

const range = ['start', 'end'];
const lokiRange = [...range, 'since'];
const lokiQuery = [...lokiRange, 'time', 'step', 'interval', 'limit', 'direction'];
const promQuery = ['timeout', 'limit', 'lookback_delta', 'stats'];
const rules: Call = {
  carrier: 'none',
  keeps: [...['type', 'file[]', 'rule_group[]', 'rule_name[]', 'exclude_alerts', 'group_limit', 'group_next_token']],
  filter: 'rules',
};
const alerts: Call = { carrier: 'none', keeps: [], filter: 'alerts' };

const alertStates = ['active', 'silenced', 'inhibited', 'unprocessed', 'muted', 'receiver'];

const calls: Readonly<Record<Store, Readonly<Record<string, Call>>>> = {
  metrics: {
    '/api/v1/query': { carrier: 'query', keeps: ['time', ...promQuery] },
    '/api/v1/query_range': { carrier: 'query', keeps: [...range, 'step', ...promQuery] },
    '/api/v1/query_exemplars': { carrier: 'query', keeps: range },
    '/api/v1/series': { carrier: 'match', keeps: [...range, 'limit'] },
    '/api/v1/labels': { carrier: 'match', keeps: [...range, 'limit'] },
    // Cut to `limit` first, the names in reach could all be missing.
    '/api/v1/metadata': { carrier: 'none', keeps: ['metric', 'limit_per_metric'], filter: 'metadata' },
    '/api/v1/status/buildinfo': { carrier: 'none', keeps: [] },
    '/api/v1/rules': rules,
    '/api/v1/alerts': alerts,
  },
  logs: {
    '/loki/api/v1/query': { carrier: 'query', keeps: lokiQuery },
    '/loki/api/v1/query_range': { carrier: 'query', keeps: lokiQuery },
    '/loki/api/v1/tail': { carrier: 'lines', keeps: ['start', 'limit', 'delay_for'] },
    '/loki/api/v1/series': { carrier: 'match', keeps: lokiRange },
    '/loki/api/v1/labels': { carrier: 'stream', keeps: lokiRange },
    '/loki/api/v1/label': { carrier: 'stream', keeps: lokiRange },
    '/loki/api/v1/index/stats': { carrier: 'stream', keeps: lokiRange },
    '/loki/api/v1/index/volume': {
      carrier: 'stream',
      keeps: [...lokiRange, 'limit', 'targetLabels', 'aggregateBy'],
    },
    '/loki/api/v1/index/volume_range': {
      carrier: 'stream',
      keeps: [...lokiRange, 'step', 'limit', 'targetLabels', 'aggregateBy'],
    },
    // Loki 3.7, GetSampleQuery: a quote in it would end the selector and begin another.
    '/loki/api/v1/patterns': { carrier: 'stream', keeps: [...lokiRange, 'step'], copiedLabel: 'service_name' },
    '/loki/api/v1/detected_labels': { carrier: 'stream', keeps: lokiRange },
    '/loki/api/v1/detected_fields': {
      carrier: 'lines',
      keeps: [...lokiRange, 'step', 'limit', 'line_limit', 'field_limit'],
    },
    // It prints its own input and reads no stream.
    '/loki/api/v1/format_query': { carrier: 'none', keeps: ['query'] },
    '/prometheus/api/v1/rules': rules,
    '/prometheus/api/v1/alerts': alerts,
  },
  // Not here: receivers, which are the whole project's.
  alerts: {
    '/api/v2/alerts': {
      carrier: 'none',
      keeps: [...alertStates, 'filter'],
      repeats: ['filter'],
      filter: 'alertmanager_alerts',
    },
    '/api/v2/alerts/groups': {
      carrier: 'none',
      keeps: [...alertStates, 'filter'],
      repeats: ['filter'],
      filter: 'alertmanager_groups',
    },
    '/api/v2/silences': { carrier: 'none', keeps: ['filter'], repeats: ['filter'], filter: 'alertmanager_silences' },
    '/api/v2/status': { carrier: 'none', keeps: [], filter: 'alertmanager_status' },
  },
};

const labelValues: Readonly<Partial<Record<Store, { readonly path: RegExp; readonly call: Call }>>> = {
  metrics: {
    path: /^\/api\/v1\/label\/[A-Za-z_][A-Za-z0-9_]{0,255}\/values$/,
    call: { carrier: 'match', keeps: [...range, 'limit'] },
  },
  logs: {
    path: /^\/loki\/api\/v1\/label\/[A-Za-z_][A-Za-z0-9_]{0,255}\/values$/,
    call: { carrier: 'stream', keeps: lokiRange },
  },
};

/** How the call is narrowed; undefined where it cannot be. `path` is the store's own. */
export function callOf(store: Store, path: string): Call | undefined {
  if (Object.hasOwn(calls[store], path)) return calls[store][path];
  const values = labelValues[store];
  return values?.path.test(path) ? values.call : undefined;
}
