import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import {
  DashboardBuilder,
  DashboardCursorSync,
  type Panel,
  RowBuilder,
  type VariableModel,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { titles, uids } from '../uids.ts';
import { toDashboard } from './links.ts';

/** A dashboard as Grafana takes it; `model` is plain JSON without an id. */
export interface Dashboard {
  readonly uid: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly model: Readonly<Record<string, unknown>>;
}

type Name = keyof typeof uids;
type Placed = Builder<Panel> & { span(width: number): unknown; height(height: number): unknown };

/** Panels side by side, over the whole width. */
export interface Row {
  readonly height: number;
  readonly panels: readonly Placed[];
  /** In 24ths; without it all are equally wide. */
  readonly widths?: readonly number[];
}

interface Layout {
  readonly name: Name;
  readonly description: string;
  readonly variables: readonly Builder<VariableModel>[];
  readonly sections: readonly { readonly title: string; readonly rows: readonly Row[] }[];
  /** Neighbours, as links in the head. */
  readonly siblings: readonly Name[];
}

const columns = 24;

export function dashboard({ name, description, variables, sections, siblings }: Layout): Dashboard {
  const uid = uids[name];
  const title = titles[name];
  const tags = ['oriel'];
  const builder = new DashboardBuilder(title)
    .uid(uid)
    .description(description)
    .tags(tags)
    .readonly()
    .timezone('browser')
    .tooltip(DashboardCursorSync.Crosshair)
    .time({ from: 'now-1h', to: 'now' })
    .refresh('1m')
    .variables([...variables])
    .links(siblings.filter((other) => other !== name).map((other) => toDashboard(uids[other], titles[other])));
  for (const section of sections) {
    builder.withRow(new RowBuilder(section.title));
    for (const { height, panels, widths } of section.rows) {
      panels.forEach((panel, index) => {
        panel.span(widths?.[index] ?? columns / panels.length);
        panel.height(height);
        builder.withPanel(panel);
      });
    }
  }
  return { uid, title, tags, model: plain(builder.build()) };
}

interface Built {
  readonly id?: unknown;
  readonly panels?: readonly { readonly targets?: readonly { readonly datasource?: object }[] }[];
}

/**
 * As it goes over the wire: without functions and undefined, so that two of them can be compared. Panels are numbered,
 * and name the data source of their queries: Grafana asks the panel's, and its own default where the panel has none.
 */
function plain(built: object): Readonly<Record<string, unknown>> {
  const { id: _, panels = [], ...model } = JSON.parse(JSON.stringify(built)) as Built;
  const placed = panels.map((panel, index) => {
    const datasource = panel.targets?.[0]?.datasource;
    return { ...panel, ...(datasource && { datasource }), id: index + 1 };
  });
  return { ...model, panels: placed };
}
