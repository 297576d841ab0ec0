import type { Db } from '@oriel/db/client';
import type { Grants } from '../grants.ts';
import type { Reader } from '../reader.ts';
import { createDataSourceDoor } from './data-source-door.ts';
import { createGrafanaDoor } from './door.ts';
import { Organizations } from './organizations.ts';
import type { GrafanaOptions } from './upstream.ts';

export interface GrafanaParts extends GrafanaOptions {
  readonly db: Db;
  readonly grants: Grants;
  readonly reader: Reader;
  readonly globalReader: Pick<Reader, 'read'>;
  readonly onFailure: (cause: unknown, requestId: string) => void;
}

/** Both doors of Grafana's: people go in by the one, and its data sources ask at the other. */
export function createGrafana({ reader, globalReader, ...options }: GrafanaParts) {
  const { db, grants } = options;
  const organizations = new Organizations(db);
  const door = createGrafanaDoor({ ...options, organizations });
  return {
    door,
    dataSource: createDataSourceDoor({ organizations, grants, reader, globalReader }),
    drop: () => organizations.drop(),
    suspect: () => organizations.suspect(),
    close: () => door.close(),
  };
}
