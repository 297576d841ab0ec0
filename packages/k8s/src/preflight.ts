import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { type AddressPolicy, AddressRefusedError, refusalOfAddress } from './address-policy.ts';
import type { ApiAccess } from './api-access.ts';
import { ApiServer } from './api-server.ts';
import { ClusterError } from './cluster-error.ts';
import { listAll } from './lists.ts';
import { checkCredentialAge, checkRights, checkVersion, readVersion } from './preflight-checks.ts';
import { type RegisteredCluster, readAgentNamespace, requireSameCluster, requireUnowned } from './preflight-owner.ts';
import { connectTcp } from './tcp-probe.ts';
import { transportError } from './transport-errors.ts';

export const preflightChecks = ['address', 'connection', 'tls', 'credential', 'version', 'rights', 'unowned'] as const;
export type PreflightCheck = (typeof preflightChecks)[number];

export interface PreflightFinding {
  readonly check: PreflightCheck;
  /** `skipped` where an earlier failure makes the question pointless. */
  readonly state: 'passed' | 'failed' | 'skipped';
  /** What was found, or what is wrong. */
  readonly message: string;
  /** What to do about a failure; empty otherwise. */
  readonly fix: string;
}

export interface PreflightReport {
  readonly ok: boolean;
  /** Host and port of the API server. */
  readonly server: string;
  readonly findings: readonly PreflightFinding[];
  /** `v1.34.4`, where it was told. */
  readonly version: string | undefined;
  readonly nodeCount: number | undefined;
  /** Round trip of one call, in milliseconds. */
  readonly latencyMs: number | undefined;
}

export interface PreflightInput {
  readonly access: ApiAccess;
  readonly policy: AddressPolicy;
  /** Id this cluster is, or will be, registered under: its own objects are no obstacle. */
  readonly clusterId?: string;
  /** The access is to replace that of this cluster: it must lead to the same one. */
  readonly replacementFor?: RegisteredCluster;
  readonly signal?: AbortSignal;
}

/**
 * Everything that must be true before Oriel installs anything, in the order in which it can fail. Writes nothing.
 * Never throws for a cluster that does not pass; aborts with the signal.
 */
export async function preflight(input: PreflightInput): Promise<PreflightReport> {
  const url = new URL(input.access.server);
  const findings: PreflightFinding[] = [];
  const report: Mutable<Omit<PreflightReport, 'ok' | 'server' | 'findings'>> = {
    version: undefined,
    nodeCount: undefined,
    latencyMs: undefined,
  };
  let api: ApiServer | undefined;
  const client = () => {
    api ??= new ApiServer(input.access, { policy: input.policy, timeoutMs: 10_000 });
    return api;
  };
  const steps: Record<PreflightCheck, () => Promise<string>> = {
    address: () => resolve(url, input.policy),
    connection: () => reachPort(url, input),
    tls: async () => {
      // Any answer at all proves the handshake; what it says is the next check's business.
      await client()
        .call({ method: 'GET', path: '/version', what: 'read the version' }, input.signal)
        .catch((error: unknown) => {
          if (!(error instanceof ClusterError) || error.unreachable) throw error;
        });
      return 'The certificate is valid and was made for this name.';
    },
    credential: async () => {
      const started = performance.now();
      const message = await checkCredentialAge(input.access, client(), input.signal);
      report.latencyMs = Math.round(performance.now() - started);
      return message;
    },
    version: async () => {
      report.version = await readVersion(client(), input.signal);
      return checkVersion(report.version);
    },
    rights: async () => {
      const message = await checkRights(client(), input.signal);
      const nodes = { path: '/api/v1/nodes', what: 'list nodes', metadataOnly: true } as const;
      report.nodeCount = (await listAll(client(), nodes, input.signal)).length;
      return message;
    },
    unowned: async () => {
      const namespace = await readAgentNamespace(client(), input.signal);
      if (input.replacementFor !== undefined) return requireSameCluster(namespace, input.replacementFor);
      return requireUnowned(namespace, input.clusterId);
    },
  };
  try {
    for (const check of preflightChecks) {
      const failed = findings.some((finding) => finding.state === 'failed');
      findings.push(failed ? skipped(check) : await run(check, steps[check]));
    }
  } finally {
    await api?.close();
  }
  input.signal?.throwIfAborted();
  return { ...report, server: url.host, findings, ok: findings.every((finding) => finding.state === 'passed') };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

async function run(check: PreflightCheck, step: () => Promise<string>): Promise<PreflightFinding> {
  try {
    return { check, state: 'passed', message: await step(), fix: '' };
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error;
    return { check, state: 'failed', message: error.fault.what, fix: error.fault.fix };
  }
}

function skipped(check: PreflightCheck): PreflightFinding {
  return { check, state: 'skipped', message: 'Not looked at, because an earlier check failed.', fix: '' };
}

async function resolve(url: URL, policy: AddressPolicy): Promise<string> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses =
    isIP(host) === 0
      ? await lookup(host, { all: true }).catch((error: unknown) => {
          throw transportError(error, url.host, 0);
        })
      : [{ address: host }];
  for (const { address } of addresses) {
    const refusal = refusalOfAddress(address, policy);
    if (refusal !== undefined) throw transportError(new AddressRefusedError(refusal), url.host, 0);
  }
  return isIP(host) === 0 ? `Resolves to ${addresses.map(({ address }) => address).join(', ')}.` : 'Is an address.';
}

async function reachPort(url: URL, { policy, signal }: PreflightInput): Promise<string> {
  const timeoutMs = 5_000;
  try {
    const milliseconds = await connectTcp(url, { policy, timeoutMs, signal });
    return `The port answers after ${milliseconds} ms.`;
  } catch (error) {
    throw transportError(error, url.host, timeoutMs);
  }
}
