import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { type CompleteStrategy, newCompleteStrategy, type PrometheusClient } from '@prometheus-io/codemirror-promql';
import { EqlRegex, EqlSingle, Neq, NeqRegex } from '@prometheus-io/lezer-promql';
import type { MetricSource } from '../data/metric-source.ts';

type Matchers = NonNullable<Parameters<PrometheusClient['labelValues']>[2]>;

/**
 * Completion by the language's own rules over names that the store searches. Each list is short, so the
 * store is asked again with each letter; only a list that is whole is narrowed in the browser.
 */
export function completionFrom(source: MetricSource): CompleteStrategy {
  return {
    async promQL(context: CompletionContext): Promise<CompletionResult | null> {
      const client = new SearchingClient(source, typedBefore(context));
      // One client for each question, so that it can tell whether something was left out.
      const result = await newCompleteStrategy({ remote: client, maxMetricsMetadata: 0 }).promQL(context);
      if (result === null) return null;
      const options = result.options.map((option) => withHelp(option, source, client.metrics));
      return client.more ? { ...result, options, validFor: undefined } : { ...result, options };
    },
  };
}

/** The word before the cursor: the language's rules do not hand it on for the values of labels. */
function typedBefore(context: CompletionContext): string {
  return context.matchBefore(/[^"'`\s{}(),=~!]*/)?.text ?? '';
}

class SearchingClient implements PrometheusClient {
  more = false;
  readonly metrics = new Set<string>();
  private readonly source: MetricSource;
  private readonly typed: string;

  constructor(source: MetricSource, typed: string) {
    this.source = source;
    this.typed = typed;
  }

  async metricNames(): Promise<string[]> {
    const { values, more } = await orNothing(this.source.names(this.typed));
    this.more ||= more;
    for (const value of values) this.metrics.add(value);
    return [...values];
  }

  async labelNames(metricName = ''): Promise<string[]> {
    return this.source.labels(metricName === '' ? undefined : metricSelector(metricName)).catch(() => []);
  }

  async labelValues(labelName: string, metricName = '', matchers: Matchers = []): Promise<string[]> {
    const others = matchers
      .filter((matcher) => matcher.name !== labelName && matcher.name !== '__name__' && !matcher.matchesEmpty())
      .map((matcher) => writeMatcher(matcher))
      .filter((text) => text !== undefined);
    if (metricName !== '') others.unshift(`__name__=${JSON.stringify(metricName)}`);
    const search = { contains: this.typed, matchers: others.join(', ') };
    const { values, more } = await orNothing(this.source.values(labelName, search));
    this.more ||= more;
    return [...values];
  }

  /** Help is fetched for the chosen name only. */
  metricMetadata = async () => ({});
  series = async () => [];
  flags = async () => ({});
}

const OPERATOR: Record<number, string> = { [EqlSingle]: '=', [Neq]: '!=', [EqlRegex]: '=~', [NeqRegex]: '!~' };

/** Values stand in the query as they are, escapes and all. */
function writeMatcher({ type, name, value }: Matchers[number]): string | undefined {
  const operator = OPERATOR[type];
  return operator === undefined ? undefined : `${name}${operator}"${value}"`;
}

const metricSelector = (name: string) => `{__name__=${JSON.stringify(name)}}`;

/** Without the store there is nothing to offer; Run will say what is wrong with it. */
async function orNothing(found: ReturnType<MetricSource['names']>) {
  return found.catch(() => ({ values: [], more: false }));
}

function withHelp(option: Completion, source: MetricSource, metrics: ReadonlySet<string>): Completion {
  if (!metrics.has(option.label)) return option;
  return {
    ...option,
    info: async () => {
      const metadata = await source.describe(option.label);
      if (metadata === undefined) return null;
      const box = document.createElement('div');
      box.textContent = `${metadata.type}. ${metadata.help}`;
      return box;
    },
  };
}
