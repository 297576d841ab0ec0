import { z } from 'zod';
import { grafanaState } from '../grafana/output.ts';

const instant = z.iso.datetime();

const row = z.object({
  uid: z.string(),
  title: z.string(),
  tags: z.array(z.string()),
  source: z
    .enum(['api', 'config_map'])
    .describe('`config_map`: kept by a ConfigMap in a cluster, and changed there only.'),
  origin: z
    .object({ cluster: z.string(), namespace: z.string(), name: z.string(), key: z.string() })
    .nullable()
    .describe('The ConfigMap, where it is of one in a namespace that you may see.'),
  version: z.int(),
  updatedAt: instant,
  state: grafanaState.describe('Whether Grafana shows it as it is here.'),
  message: z.string(),
});

const ownDashboard = row.meta({ id: 'OwnDashboard' });
export type OwnDashboard = z.infer<typeof ownDashboard>;

export const ownDashboardList = z.object({ dashboards: z.array(ownDashboard) }).meta({ id: 'OwnDashboardList' });

export const ownDashboardDetail = row
  .extend({ model: z.record(z.string(), z.unknown()) })
  .meta({ id: 'OwnDashboardDetail' });
export type OwnDashboardDetail = z.infer<typeof ownDashboardDetail>;

export const savedDashboard = z.object({ uid: z.string(), version: z.int() }).meta({ id: 'SavedDashboard' });
