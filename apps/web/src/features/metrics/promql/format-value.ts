import { formatBinaryBytes, formatBytes } from '@/ui/format/bytes.ts';
import type { Unit } from './guess-unit.ts';

const BIG: readonly [number, string][] = [
  [1e12, 'T'],
  [1e9, 'G'],
  [1e6, 'M'],
  [1e3, 'k'],
];

/** Three significant digits or more: "0.0342", "12.5", "31.2k". What has no finite value is named: "NaN", "+Inf". */
export function formatNumber(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf';
  const size = Math.abs(value);
  const [scale, sign] = BIG.find(([least]) => size >= least && size >= 10_000) ?? [1, ''];
  if (size >= 1e15 || (size > 0 && size < 1e-6)) return value.toExponential(digits - 1);
  if (scale === 1 && Number.isInteger(value)) return String(value);
  return `${Number((value / scale).toPrecision(size >= 1000 && scale === 1 ? Math.max(4, digits) : digits))}${sign}`;
}

/**
 * Writes values of a unit: "612 MiB", "5.1 MB/s", "250 ms", "38 m" (thousandths of a core), "31.2k/s". With the step of
 * an axis its multiples are written whole, so that neighbours differ: "1.125 GiB", "75 s".
 */
export function formatValue(unit: Unit): (value: number, step?: number) => string {
  return (value, step) => {
    if (!Number.isFinite(value)) return formatNumber(value);
    return withUnit(unit, value, step);
  };
}

/** Digits of a multiple of a step, short of the dust of floating point. */
const WHOLE = 10;

function withUnit(unit: Unit, value: number, step: number | undefined): string {
  const whole = step === undefined ? undefined : WHOLE;
  switch (unit) {
    case 'bytes':
      return formatBinaryBytes(value, whole);
    case 'bytes-per-second':
      return `${formatBytes(value, whole)}/s`;
    case 'seconds':
      return formatSeconds(value, step);
    case 'cores':
      return formatCores(value, whole);
    case 'per-second':
      return `${formatNumber(value, whole)}/s`;
    case 'none':
      return formatNumber(value, whole);
  }
}

/** Thousandths under a tenth of a core, as Kubernetes writes them. */
function formatCores(cores: number, digits: number | undefined): string {
  if (Math.abs(cores) < 0.1) return `${formatNumber(Number((cores * 1000).toPrecision(digits ?? 2)), digits)} m`;
  return `${formatNumber(cores, digits)} ${Math.abs(cores) <= 1 ? 'core' : 'cores'}`;
}

const TIME: readonly [number, string][] = [
  [86_400, 'd'],
  [3600, 'h'],
  [60, 'min'],
  [1, 's'],
  [1e-3, 'ms'],
  [1e-6, 'µs'],
];

/** One unit with three digits, so that neighbours on an axis differ: "1.5 min", "250 ms". */
function formatSeconds(seconds: number, step: number | undefined): string {
  const size = Math.abs(seconds);
  // A third of a minute has no end: over a second the unit is one that the step holds.
  const isWhole = (least: number) => step === undefined || least <= 1 || least <= step;
  const [scale, unit] =
    size === 0 ? [1, 's'] : (TIME.find(([least]) => size >= least && isWhole(least)) ?? [1e-9, 'ns']);
  return `${formatNumber(seconds / scale, step === undefined ? undefined : WHOLE)} ${unit}`;
}
