import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultAdminEmail, defaultPort } from '@oriel/testbed/embedded/options';

export interface StartArguments {
  readonly home: string;
  readonly port: number;
  /** False: not wanted. Undefined: where the machine can. */
  readonly cluster: false | undefined;
  readonly adminEmail: string;
  readonly ingestHost: string | undefined;
  readonly reset: boolean;
  readonly yes: boolean;
  readonly help: boolean;
}

export const usage = `npm start -- [options]

Starts Oriel on this machine: PostgreSQL, Loki, Mimir, nginx, gateway, pages, worker and, as root on
Linux, a demo cluster. State survives; Ctrl-C ends every process.

  --port N            front door (default ${defaultPort}); the others follow from it
  --home DIR          where state is kept (default .oriel in the checkout, or $ORIEL_HOME)
  --no-cluster        without the demo cluster
  --ingest-host HOST  how your own clusters reach this machine: one of its addresses, or a name
  --admin-email MAIL  e-mail of the first administrator (default ${defaultAdminEmail})
  --reset             delete all state first: people, projects, clusters, logs, metrics
  --yes               do not ask before a reset
  --help              this text
`;

/** @throws with a sentence for whoever typed the command. */
export function parseStartArguments(args: readonly string[], repository: string, homeOfEnv?: string): StartArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string' },
      home: { type: 'string' },
      'no-cluster': { type: 'boolean', default: false },
      'ingest-host': { type: 'string' },
      'admin-email': { type: 'string', default: defaultAdminEmail },
      reset: { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const ingestHost = values['ingest-host'];
  // It goes into nginx's configuration, a certificate and a URL.
  if (ingestHost !== undefined && !/^[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/.test(ingestHost)) {
    throw new Error(`--ingest-host "${ingestHost}" is neither an IPv4 address nor a host name.`);
  }
  return {
    home: resolve(values.home ?? homeOfEnv ?? join(repository, '.oriel')),
    port: readPort(values.port),
    cluster: values['no-cluster'] ? false : undefined,
    adminEmail: values['admin-email'],
    ingestHost,
    reset: values.reset,
    yes: values.yes,
    help: values.help,
  };
}

/** Ports up to 60 above it are used as well; below 1024 they belong to root. */
function readPort(text: string | undefined): number {
  if (text === undefined) return defaultPort;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1024 && port <= 65_000) return port;
  throw new Error(`--port "${text}" is not a number from 1024 to 65000.`);
}
