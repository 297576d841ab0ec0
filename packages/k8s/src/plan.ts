import { type Difference, differences } from './field-diff.ts';
import { annotations } from './labels.ts';
import { type KubernetesObject, keyOf, ownedKinds, titleOf, withDesiredHash } from './objects.ts';
import { type Observed, ownerOf } from './observe.ts';

export type PlannedAction = 'create' | 'update' | 'unchanged' | 'delete';

export interface PlannedChange {
  readonly action: PlannedAction;
  /** What to apply, or what to delete (then as observed). */
  readonly object: KubernetesObject;
  /** For people: `.spec…image: grafana/alloy:v1.18.0 → grafana/alloy:v1.19.0`. Secrets show no value. */
  readonly summary: readonly string[];
  /** True where every differing field was Oriel's before, so that putting it back takes nothing from anybody. */
  readonly drift: boolean;
}

export interface Plan {
  /** In the order of application; deletions last, workloads first among them. */
  readonly changes: readonly PlannedChange[];
  /** Objects that stand in the way and do not belong to this registration. A plan with any is not to be applied. */
  readonly blockers: readonly Blocker[];
  /** Desired objects whose former self is still being removed: wait until they are gone. */
  readonly leaving: readonly string[];
  /** Counts for a sentence. */
  readonly counts: Readonly<Record<PlannedAction, number>>;
}

export interface Blocker {
  readonly object: string;
  /** Another registration's id, or undefined where the object is not Oriel's at all. */
  readonly owner: string | undefined;
}

export interface PlanInput {
  readonly clusterId: string;
  readonly desired: readonly KubernetesObject[];
  readonly observed: Observed;
  /** A person chose to take over what others own. */
  readonly takeOver?: boolean;
}

const order = new Map<string, number>(ownedKinds.map(({ kind }, index) => [kind, index]));

/** Desired objects against what is there. Pure. */
export function makePlan({ clusterId, desired, observed, takeOver = false }: PlanInput): Plan {
  const wanted = new Set(desired.map(keyOf));
  const blockers: Blocker[] = [];
  const mine = (object: KubernetesObject) => ownerOf(object) === clusterId;

  for (const object of desired) {
    const present = observed.owned.get(keyOf(object)) ?? observed.strangers.get(keyOf(object));
    if (present !== undefined && !mine(present) && !takeOver) {
      blockers.push({ object: titleOf(object), owner: ownerOf(present) });
    }
  }
  const applied = desired
    .map((object) => change(withDesiredHash(object), observed.owned.get(keyOf(object))))
    .sort((left, right) => rank(left) - rank(right));
  const deleted = [...observed.owned.values()]
    .filter((object) => !wanted.has(keyOf(object)) && (mine(object) || takeOver))
    .map((object): PlannedChange => ({ action: 'delete', object, summary: [], drift: false }))
    .sort((left, right) => rank(right) - rank(left));
  const changes = [...applied, ...deleted];
  const count = (action: PlannedAction) => changes.filter((planned) => planned.action === action).length;
  const counts = {
    create: count('create'),
    update: count('update'),
    unchanged: count('unchanged'),
    delete: count('delete'),
  };
  const leaving = desired.filter((object) => isLeaving(observed.owned.get(keyOf(object)))).map(titleOf);
  return { changes, blockers, leaving, counts };
}

/** `5 to create, 1 to update, 12 unchanged, 0 to remove` */
export function describePlan({ counts }: Plan): string {
  return `${counts.create} to create, ${counts.update} to update, ${counts.unchanged} unchanged, ${counts.delete} to remove`;
}

function change(object: KubernetesObject, present: KubernetesObject | undefined): PlannedChange {
  if (present === undefined) return { action: 'create', object, summary: [], drift: false };
  const found = differences(object, present);
  if (found.length === 0) return { action: 'unchanged', object, summary: [], drift: false };
  const hash = annotations.desiredHash;
  return {
    action: 'update',
    object,
    summary: summarize(object, found),
    drift: present.metadata.annotations?.[hash] === object.metadata.annotations?.[hash],
  };
}

/** The note of the last application differs with everything else and says nothing to people. */
function summarize(object: KubernetesObject, found: readonly Difference[]): string[] {
  const telling = found.filter(({ path }) => path !== `.metadata.annotations.${annotations.desiredHash}`);
  return telling.length === 0
    ? ['a field that is no longer wanted']
    : telling.map((difference) => describe(object, difference));
}

function describe(object: KubernetesObject, { path, desired, observed }: Difference): string {
  if (object.kind === 'Secret' && path.startsWith('.data')) return `${path}: changed`;
  return `${path}: ${shorten(observed)} → ${shorten(desired)}`;
}

function isLeaving(object: KubernetesObject | undefined): boolean {
  return object?.metadata.deletionTimestamp !== undefined;
}

function shorten(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function rank({ object }: PlannedChange): number {
  return order.get(object.kind) ?? 0;
}
