/** A field whose stored value is not the desired one. */
export interface Difference {
  /** `.spec.template.spec.containers[name=alloy].image` */
  readonly path: string;
  readonly desired: unknown;
  /** Undefined where the field is missing. */
  readonly observed: unknown;
}

/**
 * Lists that Kubernetes merges by a key (`x-kubernetes-list-map-keys` in its OpenAPI document): others may add
 * entries. Every other list is one value and must be equal as a whole.
 */
const mergeKeys: Readonly<Record<string, string>> = {
  containers: 'name',
  initContainers: 'name',
  volumes: 'name',
  env: 'name',
  volumeMounts: 'mountPath',
  ports: 'containerPort',
};

/** Desired fields that are missing or different; fields that only the observed object has are nobody's business here. */
export function differences(desired: unknown, observed: unknown, path = ''): Difference[] {
  if (isEmpty(desired) && isEmpty(observed)) return [];
  if (Array.isArray(desired)) return listDifferences(desired, observed, path);
  if (isRecord(desired)) {
    if (!isRecord(observed)) return [{ path, desired, observed }];
    return Object.entries(desired).flatMap(([key, value]) => differences(value, observed[key], `${path}.${key}`));
  }
  return desired === observed ? [] : [{ path, desired, observed }];
}

function listDifferences(desired: unknown[], observed: unknown, path: string): Difference[] {
  if (!Array.isArray(observed)) return [{ path, desired, observed }];
  const key = mergeKeys[path.slice(path.lastIndexOf('.') + 1)];
  if (key !== undefined && desired.every((item) => isRecord(item) && key in item)) {
    return desired.flatMap((item) => {
      const id = (item as Record<string, unknown>)[key];
      const other = observed.find((candidate) => isRecord(candidate) && candidate[key] === id);
      return differences(item, other, `${path}[${key}=${String(id)}]`);
    });
  }
  if (desired.length !== observed.length) return [{ path, desired, observed }];
  return desired.flatMap((item, index) => differences(item, observed[index], `${path}[${index}]`));
}

/** The server drops empty lists and maps of some fields and keeps those of others: both mean the same. */
function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (Array.isArray(value)) return value.length === 0;
  return isRecord(value) && Object.keys(value).length === 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
