import { allowedNames } from './metric-families.ts';

export interface MetricHelp {
  readonly type: string;
  readonly help: string;
}

const allowed = new RegExp(`^(?:${allowedNames()})$`);
/** What the samples of one family may be called. */
const suffixes = ['', '_sum', '_count', '_bucket'];

/** Type and help of the allowed families in an exposition (Prometheus text format 0.0.4). */
export function readHelp(exposition: string): Record<string, MetricHelp> {
  const types = new Map<string, string>();
  const helps = new Map<string, string>();
  for (const [, word, name = '', text = ''] of exposition.matchAll(/^# (HELP|TYPE) (\S+) ?(.*)$/gm)) {
    (word === 'TYPE' ? types : helps).set(name, text);
  }
  const known = [...helps].filter(([name]) => suffixes.some((suffix) => allowed.test(name + suffix)));
  return Object.fromEntries(
    known.map(([name, help]) => [name, { type: types.get(name) ?? 'unknown', help: plain(help) }]),
  );
}

/** Escapes undone; Kubernetes' mark of a metric's stability is for its own developers. */
function plain(help: string): string {
  return help
    .replace(/\\([\\n])/g, (_, escaped) => (escaped === 'n' ? ' ' : '\\'))
    .replace(/^\[(ALPHA|BETA|STABLE|INTERNAL)\] /, '')
    .trim();
}
