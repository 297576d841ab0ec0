import { agentNamespace } from '@oriel/domain/desired-state';
import { type PolicyRule, rules } from './manifests/rbac.ts';
import { ownedKinds } from './objects.ts';

/** One question to the API server's authorizer. */
export type Right =
  | {
      readonly verb: string;
      readonly group: string;
      readonly resource: string;
      readonly subresource?: string;
      /** Undefined asks for the whole cluster. */
      readonly namespace?: string;
    }
  | { readonly verb: string; readonly url: string };

const manage = ['get', 'list', 'create', 'patch', 'delete'] as const;

/**
 * What a kubeconfig must allow: to manage the kinds that Oriel owns (namespaced ones in its own namespace only), to see
 * nodes and pods, and everything that the agents are given, since nobody may grant what he does not have himself.
 */
export const neededRights: readonly Right[] = unique([
  ...ownedKinds.flatMap((kind) =>
    manage.map((verb) => ({
      verb,
      group: groupOf(kind.apiVersion),
      resource: kind.plural,
      ...(kind.namespaced ? { namespace: agentNamespace } : {}),
    })),
  ),
  { verb: 'list', group: '', resource: 'nodes' },
  { verb: 'list', group: '', resource: 'pods' },
  ...Object.values(rules).flatMap((list: readonly PolicyRule[]) => list.flatMap(granted)),
]);

export function describeRight(right: Right): string {
  if ('url' in right) return `${right.verb} ${right.url}`;
  const resource = [right.resource, right.subresource].filter(Boolean).join('/');
  const group = right.group === '' ? '' : `.${right.group}`;
  return `${right.verb} ${resource}${group}${right.namespace === undefined ? '' : ` in ${right.namespace}`}`;
}

function granted(rule: PolicyRule): Right[] {
  const urls = (rule.nonResourceURLs ?? []).flatMap((url) => rule.verbs.map((verb) => ({ verb, url })));
  const resources = (rule.apiGroups ?? []).flatMap((group) =>
    (rule.resources ?? []).flatMap((path) => {
      const [resource = path, subresource] = path.split('/');
      return rule.verbs.map((verb) => ({
        verb,
        group,
        resource,
        ...(subresource === undefined ? {} : { subresource }),
      }));
    }),
  );
  return [...urls, ...resources];
}

function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash === -1 ? '' : apiVersion.slice(0, slash);
}

function unique(rights: readonly Right[]): Right[] {
  return [...new Map(rights.map((right) => [describeRight(right), right])).values()];
}
