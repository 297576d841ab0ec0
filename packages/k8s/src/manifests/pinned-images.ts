import { z } from 'zod';
import type { KubernetesObject } from '../objects.ts';
import { images } from './common.ts';

const pinned = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._:/-]*@sha256:[0-9a-f]{64}$/, 'must end with a digest, as in registry/name@sha256:…');

/** All of the images, so that nobody thinks them pinned while one is not. */
export const pinnedImages = z.strictObject({
  alloy: pinned,
  kubeStateMetrics: pinned,
  busybox: pinned,
  nodeExporter: pinned,
}) satisfies z.ZodType<Record<keyof typeof images, string>>;
export type PinnedImages = z.infer<typeof pinnedImages>;

interface Container {
  readonly image: string;
}
interface PodSpec {
  readonly initContainers?: readonly Container[];
  readonly containers: readonly Container[];
}

/** The same objects with other names for their images: the digests that an operator has checked. Pure. */
export function pinImages(objects: readonly KubernetesObject[], pins: PinnedImages): KubernetesObject[] {
  const names = new Map(
    Object.entries(images).map(([key, image]) => [image as string, pins[key as keyof PinnedImages]]),
  );
  const pin = <T extends Container>(container: T): T => ({ ...container, image: names.get(container.image) as string });
  return objects.map((object) => {
    if (object.kind !== 'DaemonSet' && object.kind !== 'Deployment') return object;
    const spec = object.spec as { template: { spec: PodSpec } };
    const pod = spec.template.spec;
    const containers = {
      ...(pod.initContainers && { initContainers: pod.initContainers.map(pin) }),
      containers: pod.containers.map(pin),
    };
    return { ...object, spec: { ...spec, template: { ...spec.template, spec: { ...pod, ...containers } } } };
  });
}
