import { z } from 'zod';
import { dashboardVariable } from './variables.ts';

export const openedDashboards = z.object({
  /** Signs the browser in at Grafana's origin and goes on to the page: once, within a minute. */
  url: z.string(),
});

export const dashboardOrigins = ['oriel', 'api', 'config_map', 'grafana'] as const;

export const dashboardRow = z
  .object({
    uid: z.string(),
    title: z.string(),
    tags: z.array(z.string()),
    folder: z.string().describe('Title of its folder in Grafana.'),
    origin: z
      .enum(dashboardOrigins)
      .describe("Provided by Oriel, the project's own by the API or from a ConfigMap, or made in Grafana."),
    starred: z.boolean().describe('By you.'),
  })
  .meta({ id: 'Dashboard' });
export type DashboardRow = z.infer<typeof dashboardRow>;

export const dashboardDetail = z
  .object({
    uid: z.string(),
    title: z.string().nullable().describe('Null for one that only Grafana knows.'),
    variables: z
      .array(dashboardVariable)
      .nullable()
      .describe('What may be chosen on it; null where only Grafana itself can offer that.'),
  })
  .meta({ id: 'DashboardDetail' });

export const dashboardList = z
  .object({
    items: z.array(dashboardRow),
    missing: z
      .string()
      .nullable()
      .describe('Why dashboards made in Grafana are not among them; null where all of them are.'),
    canEdit: z.boolean().describe('Whether you may add and change dashboards.'),
  })
  .meta({ id: 'DashboardList' });
export type DashboardList = z.infer<typeof dashboardList>;
