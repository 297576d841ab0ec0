import { z } from 'zod';

// The variables of a dashboard that Oriel can offer itself, beside its own range picker. Source: Grafana's dashboard
// JSON model, `templating.list`.

export const dashboardVariable = z
  .object({
    name: z.string(),
    label: z.string(),
    /** Values of a label in the metrics or logs that `selector` picks, or any text. */
    from: z.enum(['metrics', 'logs', 'text']),
    labelName: z.string(),
    selector: z.string().describe('May name other variables, as `$name`.'),
  })
  .meta({ id: 'DashboardVariable' });
export type DashboardVariable = z.infer<typeof dashboardVariable>;

const sources = { 'oriel-metrics': 'metrics', 'oriel-logs': 'logs' } as const;
const source = z.object({ uid: z.enum(['oriel-metrics', 'oriel-logs']) }).transform(({ uid }) => sources[uid]);
const base = { name: z.string(), label: z.string().nullish(), hide: z.number().default(0) };
const model = z.object({
  templating: z
    .object({
      list: z.array(
        z.discriminatedUnion('type', [
          z.object({
            ...base,
            type: z.literal('query'),
            datasource: source,
            query: z.union([
              z.string(),
              z.object({ query: z.string() }).transform(({ query }) => query),
              z.object({ label: z.string(), stream: z.string().default('') }),
            ]),
          }),
          z.object({ ...base, type: z.literal('textbox') }),
        ]),
      ),
    })
    .default({ list: [] }),
});

/** Undefined where one of them is of a kind that only Grafana's own page can offer. */
export function variablesOf(dashboard: unknown): DashboardVariable[] | undefined {
  const parsed = model.safeParse(dashboard);
  if (!parsed.success) return undefined;
  const found: DashboardVariable[] = [];
  for (const one of parsed.data.templating.list) {
    if (one.hide === 2) continue;
    const named = { name: one.name, label: one.label || one.name };
    if (one.type === 'textbox') {
      found.push({ ...named, from: 'text', labelName: '', selector: '' });
      continue;
    }
    const values = labelValues(one.query);
    if (values === undefined) return undefined;
    found.push({ ...named, from: one.datasource, ...values });
  }
  return found;
}

function labelValues(query: string | { label: string; stream: string }) {
  if (typeof query !== 'string') return { labelName: query.label, selector: query.stream };
  const [, selector = '', labelName] = /^label_values\((?:(.+),)?\s*([a-zA-Z_]\w*)\s*\)$/s.exec(query) ?? [];
  return labelName === undefined ? undefined : { labelName, selector: selector.trim() };
}

/** The selector with the others' values in it, as Grafana writes them: several as one expression, all as `.+`. */
export function filled(selector: string, values: Readonly<Record<string, readonly string[]>>): string {
  return selector.replace(/\$(?:\{(\w+)(?::\w+)?\}|(\w+))/g, (_whole, braced?: string, plain?: string) => {
    const chosen = values[`var-${braced ?? plain}`] ?? [];
    if (isAll(chosen)) return '.+';
    const escaped = chosen.map((value) => value.replace(/[\\^$*+?.()|[\]{}/-]/g, '\\\\$&'));
    return escaped.length === 1 ? (escaped[0] as string) : `(${escaped.join('|')})`;
  });
}

/** What Grafana writes for "All" in an address. */
export const all = '$__all';

export function isAll(values: readonly string[]): boolean {
  return values.length === 0 || values.includes(all) || values.includes('All');
}
