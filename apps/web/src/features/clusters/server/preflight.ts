import { OrielError } from '@oriel/domain/errors';
import { parseKubeconfig } from '@oriel/k8s/kubeconfig';
import { preflight } from '@oriel/k8s/preflight';
import type { PreflightResult } from '../output.ts';

/** Every check with its fix. A kubeconfig that cannot be used at all is one failed check, not an exception. */
export async function runPreflight(text: string): Promise<PreflightResult> {
  const kubeconfig = parse(text);
  if (kubeconfig instanceof OrielError) {
    return { ok: false, apiServer: null, version: null, nodeCount: null, checks: [failedParse(kubeconfig)] };
  }
  const found = await preflight(kubeconfig);
  return { ...found, ok: found.checks.every((check) => check.ok === true) };
}

/** The same, for registering: throws the first failure as a sentence. */
export async function requirePreflight(
  text: string,
): Promise<{ apiServer: string; version: string | null; nodeCount: number | null }> {
  const result = await runPreflight(text);
  const failed = result.checks.find((check) => check.ok === false);
  if (failed !== undefined || result.apiServer === null) {
    const sentence = [failed?.message, failed?.fix].filter(Boolean).join(' ');
    throw new OrielError('bad_input', sentence || 'The cluster did not pass the preflight.', { field: 'kubeconfig' });
  }
  return { apiServer: result.apiServer, version: result.version, nodeCount: result.nodeCount };
}

function parse(text: string) {
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
