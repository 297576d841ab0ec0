import type { NavCounts, SillFact } from '@/features/shell/types.ts';
import { formatCount, formatPlural } from '@/ui/format/count.ts';
import type { FleetFilter } from '../fleet/choices.ts';
import type { SeedRow } from '../seeds/output.ts';
import type { SetupStatus } from '../setup/output.ts';

export type FrameFacts = {
  counts: Partial<Record<FleetFilter, number>> | undefined;
  /** Undefined for those who may not see seeds. */
  seeds: readonly SeedRow[] | undefined;
  setup: SetupStatus | undefined;
  /** The control plane did not answer the last time it was asked. */
  unanswered: boolean;
};

/** Facts in order of weight: the first is all a phone shows. */
export function sillFacts({ counts, seeds, unanswered }: FrameFacts): SillFact[] {
  const facts: SillFact[] = [];
  if (unanswered) facts.push({ status: 'warn', text: 'The control plane does not answer; figures are last-known' });
  if (seeds !== undefined && seeds.length > 0) facts.push(seedFact(seeds));
  if ((counts?.unreachable ?? 0) > 0) {
    facts.push({
      status: 'unreachable',
      text: `${formatPlural(counts?.unreachable ?? 0, 'cluster')} unreachable`,
      href: '/fleet?filter=unreachable',
    });
  }
  if ((counts?.changing ?? 0) > 0) {
    facts.push({
      status: 'running',
      text: `${formatPlural(counts?.changing ?? 0, 'cluster')} changing`,
      href: '/operations',
    });
  }
  if (facts.length === 0 && counts !== undefined) {
    facts.push({
      status: 'ok',
      text:
        counts.all === 0
          ? 'No cluster yet'
          : `${formatCount(counts.healthy ?? 0)} of ${formatCount(counts.all ?? 0)} clusters healthy`,
    });
  }
  return facts;
}

function seedFact(seeds: readonly SeedRow[]): SillFact {
  const partial = seeds.filter(isPartial);
  const whole = seeds.length - partial.length;
  if (partial.length === 0) return { status: 'ok', text: `Seeds: ${whole} of ${seeds.length} whole`, href: '/seeds' };
  return {
    status: 'warn',
    text: `Seeds: ${whole} of ${seeds.length} whole, ${partial.map((seed) => seed.name).join(', ')} partial`,
    href: '/seeds',
  };
}

function isPartial(seed: SeedRow): boolean {
  return seed.health !== null && !(seed.health.metrics.ok && seed.health.logs.ok && seed.health.ingest.ok);
}

export function navCounts({ counts, seeds, setup }: FrameFacts): NavCounts {
  const partial = seeds?.filter(isPartial).length ?? 0;
  const open = setup === undefined || setup.finished ? 0 : setup.items.filter((item) => !item.done).length;
  return {
    ...(open > 0 ? { setup: { text: `${open} left` } } : {}),
    ...(counts?.all ? { fleet: { text: formatCount(counts.all) } } : {}),
    ...(partial > 0 ? { seeds: { text: `${partial} partial`, tone: 'warn' as const } } : {}),
    ...(counts?.changing ? { operations: { text: formatCount(counts.changing) } } : {}),
  };
}
