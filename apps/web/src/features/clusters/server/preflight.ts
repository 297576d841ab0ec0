import { OrielError } from '@oriel/domain/errors';
import { type ApiAccess, serializeAccess } from '@oriel/k8s/api-access';
import { parseKubeconfig } from '@oriel/k8s/kubeconfig';
import { type PreflightCheck, type PreflightFinding, preflight } from '@oriel/k8s/preflight';
import type { RegisteredCluster } from '@oriel/k8s/preflight-owner';
import { env } from '@/env.ts';
import type { PreflightResult } from '../output.ts';

/** All checks together take no longer than this. Milliseconds. */
const patience = 30_000;

const titles: Record<PreflightCheck, string> = {
  address: 'Look the server up',
  connection: 'Open a connection',
  tls: 'Check its certificate',
  credential: 'Sign in',
  version: 'Read the version',
  rights: 'Rights of the account',
  unowned: 'Not registered elsewhere',
};

const sameCluster = 'Leads to the registered cluster';

/**
 * Every check with its fix. A kubeconfig that cannot be used at all is one failed check, not an exception. One that is
 * to replace that of a registered cluster must lead to the same one.
 */
export async function runPreflight(text: string, replacementFor?: RegisteredCluster): Promise<PreflightResult> {
  const access = parse(text);
  if (access instanceof OrielError) {
    return { ok: false, apiServer: null, version: null, nodeCount: null, checks: [failedParse(access)] };
  }
  return look(access, replacementFor);
}

export interface PassedPreflight {
  /** What is worth sealing: the allow-listed part of the kubeconfig. */
  readonly access: string;
  readonly apiServer: string;
  readonly version: string | null;
  readonly nodeCount: number | null;
}

/** The same, before a kubeconfig is stored: throws the first failure as a sentence. */
export async function requirePreflight(text: string, replacementFor?: RegisteredCluster): Promise<PassedPreflight> {
  const access = parseKubeconfig(text);
  const result = await look(access, replacementFor);
  const failed = result.checks.find((check) => check.ok === false);
  if (failed !== undefined) {
    throw new OrielError('bad_input', [failed.message, failed.fix].filter(Boolean).join(' '), { field: 'kubeconfig' });
  }
  return {
    access: serializeAccess(access),
    apiServer: access.server,
    version: result.version,
    nodeCount: result.nodeCount,
  };
}

async function look(access: ApiAccess, replacementFor: RegisteredCluster | undefined): Promise<PreflightResult> {
  const report = await preflight({
    access,
    policy: { allowLoopback: env().ORIEL_ALLOW_LOOPBACK_CLUSTERS },
    signal: AbortSignal.timeout(patience),
    ...(replacementFor === undefined ? {} : { replacementFor }),
  });
  const titleOf = replacementFor === undefined ? titles : { ...titles, unowned: sameCluster };
  return {
    ok: report.ok,
    apiServer: access.server,
    version: report.version ?? null,
    nodeCount: report.nodeCount ?? null,
    checks: report.findings.map((finding) => toCheck(finding, titleOf)),
  };
}

function toCheck(
  { check, state, message, fix }: PreflightFinding,
  titleOf: Record<PreflightCheck, string>,
): PreflightResult['checks'][number] {
  return {
    key: check,
    title: titleOf[check],
    ok: state === 'skipped' ? null : state === 'passed',
    message,
    fix: fix || null,
  };
}

function parse(text: string): ApiAccess | OrielError {
  try {
    return parseKubeconfig(text);
  } catch (error) {
    if (error instanceof OrielError) return error;
    throw error;
  }
}

function failedParse(error: OrielError): PreflightResult['checks'][number] {
  return { key: 'kubeconfig', title: 'Read the kubeconfig', ok: false, message: error.message, fix: null };
}
