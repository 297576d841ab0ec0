import { formatBinaryBytes, formatBytes } from '@/ui/format/bytes.ts';
import type { Unit } from './guess-unit.ts';

const BIG: readonly [number, string][] = [
  [1e12, 'T'],
  [1e9, 'G'],
  [1e6, 'M'],
  [1e3, 'k'],
];

/** Three significant digits: "0.0342", "12.5", "31.2k". What has no finite value is named: "NaN", "+Inf". */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf';
  const size = Math.abs(value);
  const [scale, sign] = BIG.find(([least]) => size >= least && size >= 10_000) ?? [1, ''];
  if (size >= 1e15 || (size > 0 && size < 1e-6)) return value.toExponential(2);
  if (scale === 1 && Number.isInteger(value)) return String(value);
  return `${Number((value / scale).toPrecision(size >= 1000 && scale === 1 ? 4 : 3))}${sign}`;
}

/** Writes values of a unit: "612 MiB", "5.1 MB/s", "250 ms", "38 m" (thousandths of a core), "31.2k/s". */
export function formatValue(unit: Unit): (value: number) => string {
  return (value) => (Number.isFinite(value) ? withUnit(unit, value) : formatNumber(value));
}

function withUnit(unit: Unit, value: number): string {
  switch (unit) {
    case 'bytes':
      return formatBinaryBytes(value);
    case 'bytes-per-second':
      return `${formatBytes(value)}/s`;
    case 'seconds':
      return formatSeconds(value);
    case 'cores':
      return formatCores(value);
    case 'per-second':
      return `${formatNumber(value)}/s`;
    case 'none':
      return formatNumber(value);
  }
}

/** Thousandths under a tenth of a core, as Kubernetes writes them. */
function formatCores(cores: number): string {
  if (Math.abs(cores) < 0.1) return `${formatNumber(Number((cores * 1000).toPrecision(2)))} m`;
  return `${formatNumber(cores)} ${Math.abs(cores) <= 1 ? 'core' : 'cores'}`;
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
function formatSeconds(seconds: number): string {
  const size = Math.abs(seconds);
  const [scale, unit] = size === 0 ? [1, 's'] : (TIME.find(([least]) => size >= least) ?? [1e-9, 'ns']);
  return `${formatNumber(seconds / scale)} ${unit}`;
}
