import { z } from 'zod';
import { ClusterError } from './cluster-error.ts';
import type { KubernetesObject } from './objects.ts';

/** For an answer that no API server gives: whoever runs that address may send anything. */
export function notKubernetes(server: string): ClusterError {
  return new ClusterError('bad_input', {
    reason: 'NotKubernetes',
    what: `${server} does not answer like a Kubernetes API server.`,
    fix: 'Use the address that kubectl uses.',
    status: 200,
  });
}

const texts = z.record(z.string(), z.string()).nullish();
const object = z.looseObject({
  metadata: z.looseObject({ name: z.string(), labels: texts, annotations: texts }),
});
const page = z.looseObject({
  items: z.array(object).nullish(),
  metadata: z.looseObject({ continue: z.string().optional() }).nullish(),
});

/** What every stored object has; the rest belongs to its kind. Throws `ClusterError`. */
export function readObjectAnswer(server: string, answer: unknown): KubernetesObject {
  if (!object.safeParse(answer).success) throw notKubernetes(server);
  return answer as KubernetesObject;
}

/** One page of a list. Throws `ClusterError`. */
export function readPage(server: string, answer: unknown): { items: KubernetesObject[]; next: string } {
  const { success, data } = page.safeParse(answer);
  if (!success) throw notKubernetes(server);
  const { items } = answer as { items?: KubernetesObject[] | null };
  return { items: items ?? [], next: data.metadata?.continue ?? '' };
}
