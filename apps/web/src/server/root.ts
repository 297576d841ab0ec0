import { accountRouter } from '@/features/account/server/router.ts';
import { auditRouter } from '@/features/audit/server/router.ts';
import { clustersRouter } from '@/features/clusters/server/router.ts';
import { ownDashboardsRouter } from '@/features/dashboards/server/own-router.ts';
import { dashboardsRouter } from '@/features/dashboards/server/router.ts';
import { fleetRouter } from '@/features/fleet/server/router.ts';
import { grafanaRouter } from '@/features/grafana/server/router.ts';
import { connectionsRouter, identityProvidersRouter } from '@/features/identity-providers/server/router.ts';
import { membersRouter } from '@/features/members/server/router.ts';
import { operationsRouter } from '@/features/operations/server/router.ts';
import { policiesRouter } from '@/features/policies/server/router.ts';
import { projectsRouter } from '@/features/projects/server/router.ts';
import { seedsRouter } from '@/features/seeds/server/router.ts';
import { platformServiceAccountsRouter } from '@/features/service-accounts/server/platform-router.ts';
import { serviceAccountsRouter } from '@/features/service-accounts/server/router.ts';
import { sessionRouter } from '@/features/session/server/router.ts';
import { setupRouter } from '@/features/setup/server/router.ts';
import { welcomeRouter } from '@/features/sign-in/server/router.ts';
import { tokensRouter } from '@/features/tokens/server/router.ts';
import { usersRouter } from '@/features/users/server/router.ts';
import { createCallerFactory, router } from './trpc.ts';

/** Every procedure of the control plane, a line per feature. */
export const appRouter = router({
  account: accountRouter,
  audit: auditRouter,
  clusters: clustersRouter,
  connections: connectionsRouter,
  dashboards: dashboardsRouter,
  fleet: fleetRouter,
  grafana: grafanaRouter,
  identityProviders: identityProvidersRouter,
  members: membersRouter,
  operations: operationsRouter,
  ownDashboards: ownDashboardsRouter,
  policies: policiesRouter,
  platformServiceAccounts: platformServiceAccountsRouter,
  projects: projectsRouter,
  seeds: seedsRouter,
  serviceAccounts: serviceAccountsRouter,
  session: sessionRouter,
  setup: setupRouter,
  tokens: tokensRouter,
  users: usersRouter,
  welcome: welcomeRouter,
});

export type AppRouter = typeof appRouter;

export const createCaller = createCallerFactory(appRouter);
