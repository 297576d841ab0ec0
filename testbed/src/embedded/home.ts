import { join } from 'node:path';

/** Where one Oriel on this machine keeps things. Everything but PostgreSQL's files is below the home: see postgres/place.ts. */
export interface HomePaths {
  readonly root: string;
  /** Who runs this home now. */
  readonly lock: string;
  /** What `/setup` shows. */
  readonly progress: string;
  readonly keyFile: string;
  readonly sessionSecret: string;
  readonly ingestToken: string;
  /** Of the tables' owner, for migrations and backups. */
  readonly postgresPassword: string;
  /** Of the role with which web, gateway and worker connect. */
  readonly applicationPassword: string;
  /** Of Grafana's administrator; the worker reads the file itself. */
  readonly grafanaPassword: string;
  readonly grafana: string;
  readonly loki: string;
  readonly mimir: string;
  readonly ingest: string;
  readonly seedAgent: string;
  log(process: string): string;
}

export function homePaths(root: string): HomePaths {
  return {
    root,
    lock: join(root, 'running.json'),
    progress: join(root, 'progress.json'),
    keyFile: join(root, 'secrets', 'keys.json'),
    sessionSecret: join(root, 'secrets', 'session-secret'),
    ingestToken: join(root, 'secrets', 'ingest-token'),
    postgresPassword: join(root, 'secrets', 'postgres-password'),
    applicationPassword: join(root, 'secrets', 'application-password'),
    grafanaPassword: join(root, 'secrets', 'grafana-password'),
    grafana: join(root, 'grafana'),
    loki: join(root, 'seed', 'loki'),
    mimir: join(root, 'seed', 'mimir'),
    ingest: join(root, 'seed', 'ingest'),
    seedAgent: join(root, 'seed', 'agent'),
    log: (process) => join(root, 'logs', `${process}.log`),
  };
}
