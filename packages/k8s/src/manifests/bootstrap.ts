import { type AgentRole, agentRoles } from '@oriel/domain/desired-state';
import { names } from '../labels.ts';
import type { KubernetesObject } from '../objects.ts';
import { namespacedMeta } from './common.ts';

/** Per role the static part of an agent's configuration: where the rest comes from. */
export type BootstrapTexts = Readonly<Record<AgentRole, string>>;

export function bootstrapFile(role: AgentRole): string {
  return `${role}.alloy`;
}

export function bootstrap(clusterId: string, texts: BootstrapTexts): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: namespacedMeta(clusterId, names.bootstrap),
    data: Object.fromEntries(agentRoles.map((role) => [bootstrapFile(role), texts[role]])),
  };
}
