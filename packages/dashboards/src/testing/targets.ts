import type { Dashboard } from '../kit/dashboard.ts';

/** One query of one panel, as the dashboard has it. */
export interface Target {
  readonly dashboard: string;
  readonly panel: string;
  readonly refId: string;
  readonly store: 'metrics' | 'logs';
  /** Of the data source. */
  readonly uid: string;
  readonly expr: string;
  readonly isInstant: boolean;
}

export interface PanelModel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly description?: string;
  readonly datasource?: { readonly uid: string };
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly fieldConfig?: { readonly defaults: { readonly unit?: string } };
  readonly targets?: readonly TargetModel[];
}

interface TargetModel {
  readonly refId: string;
  readonly expr: string;
  readonly instant?: boolean;
  readonly queryType?: string;
  readonly datasource: { readonly type: string; readonly uid: string };
}

export interface VariableModel {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly query: string | { readonly query?: string; readonly stream?: string; readonly label?: string };
  readonly datasource?: { readonly type: string; readonly uid: string };
}

export const panelsOf = ({ model }: Dashboard): readonly PanelModel[] => model.panels as readonly PanelModel[];

export const variablesOf = ({ model }: Dashboard): readonly VariableModel[] =>
  (model.templating as { list?: readonly VariableModel[] }).list ?? [];

export function targetsOf(dashboard: Dashboard): Target[] {
  return panelsOf(dashboard).flatMap(({ title, targets = [] }) =>
    targets.map(({ refId, expr, instant, queryType, datasource }) => ({
      dashboard: dashboard.uid,
      panel: title,
      refId,
      store: datasource.type === 'loki' ? ('logs' as const) : ('metrics' as const),
      uid: datasource.uid,
      expr,
      isInstant: instant === true || queryType === 'instant',
    })),
  );
}

/** Puts values in the place of variables, as Grafana does for several chosen ones; without one, "All". */
export function filledIn(expr: string, values: Readonly<Record<string, string>> = {}): string {
  return expr.replaceAll(/\$([A-Za-z_]\w*)|\$\{(\w+)(?::\w+)?\}/g, (whole, plain?: string, braced?: string) => {
    const name = plain ?? braced ?? '';
    if (Object.hasOwn(values, name)) return values[name] ?? '';
    if (name === '__rate_interval') return '4m';
    if (name === '__interval' || name === '__auto' || name === '__range') return name === '__range' ? '1h' : '1m';
    if (name === 'search') return '';
    return name.startsWith('__') ? whole : '.+';
  });
}
