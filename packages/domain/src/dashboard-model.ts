import { OrielError } from './errors.ts';

/** Bytes of a dashboard as JSON. */
export const largestDashboard = 1_000_000;
/** Grafana's own limit. */
export const longestDashboardTitle = 180;
const deepest = 60;

/** What a dashboard may ask, by uid and by the names that older exports use; the rest are Grafana's own. */
const dataSources = new Set([
  'oriel-metrics',
  'oriel-logs',
  'oriel-alerts',
  'Metrics',
  'Logs',
  'Alerts',
  'default',
  'grafana',
  '-- Grafana --',
  '-- Mixed --',
  '-- Dashboard --',
]);

/** What JSON can say and PostgreSQL does not keep: an escaped NUL or lone surrogate, as `JSON.stringify` writes them. */
const unkeepable = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/;

export interface DashboardModel {
  readonly title: string;
  /** Without what Oriel or Grafana decides: id, uid and version. */
  readonly model: Readonly<Record<string, unknown>>;
}

/**
 * A dashboard's JSON, as Grafana shows it under "JSON Model". Throws `bad_input` with what to do.
 *
 * @param given title that replaces the model's own.
 */
export function parseDashboard(value: unknown, given?: string): DashboardModel {
  if (!isObject(value)) throw refused('A dashboard is a JSON object. Copy it from "JSON Model" in Grafana.');
  const text = JSON.stringify(value);
  if (unkeepable.test(text)) {
    throw refused('This dashboard has a NUL character or half of a surrogate pair in it. Take that out.');
  }
  const bytes = new TextEncoder().encode(text).length + spelledOut(text);
  if (bytes > largestDashboard) {
    throw new OrielError('too_large', `This dashboard has ${bytes} bytes; ${largestDashboard} are the most.`, {
      field: 'model',
    });
  }
  if ('__inputs' in value) {
    const problem = 'This dashboard was exported "for sharing externally", which leaves its data sources open.';
    throw refused(`${problem} Export it without that option.`);
  }
  if ('apiVersion' in value || 'elements' in value || ('spec' in value && !('panels' in value))) {
    throw refused('This is a dashboard as a resource (Grafana 12 and later). Export it in the classic form.');
  }
  if ('panels' in value && !Array.isArray(value.panels)) throw refused('"panels" of a dashboard is a list.');
  const title = (given ?? (typeof value.title === 'string' ? value.title : '')).trim();
  if (title === '' || title.length > longestDashboardTitle) {
    throw refused(`A dashboard needs a title of 1 to ${longestDashboardTitle} characters.`, 'title');
  }
  requireOwnDataSources(value, 0);
  const { id: _id, uid: _uid, version: _version, ...model } = value;
  return { title, model };
}

function requireOwnDataSources(value: unknown, depth: number): void {
  if (depth > deepest) throw refused(`The dashboard nests deeper than ${deepest} levels. Flatten it.`);
  if (Array.isArray(value)) {
    for (const item of value) requireOwnDataSources(item, depth + 1);
    return;
  }
  if (!isObject(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'datasource') requireOwn(inner);
    requireOwnDataSources(inner, depth + 1);
  }
}

function requireOwn(reference: unknown): void {
  const name = isObject(reference) ? reference.uid : reference;
  if (name === null || name === undefined) return;
  // A variable chooses among the data sources that are there.
  if (typeof name === 'string' && (dataSources.has(name) || /^\$(\{\w+(:\w+)?\}|\w+)$/.test(name))) return;
  const shown = typeof name === 'string' ? name.slice(0, 80) : typeof name;
  throw refused(`The dashboard asks the data source "${shown}". Use oriel-metrics, oriel-logs or oriel-alerts.`);
}

/** PostgreSQL writes numbers without an exponent: 1e300 takes 301 characters there. */
function spelledOut(text: string): number {
  let digits = 0;
  for (const [, exponent] of text.matchAll(/\de[+-](\d{1,3})\b/g)) digits += Number(exponent);
  return digits;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refused(message: string, field = 'model'): OrielError {
  return new OrielError('bad_input', message, { field });
}
