/** What functions make of one value; the same in both languages. */
export const elementwise: Readonly<Record<string, (value: number, ...figures: readonly number[]) => number>> = {
  '-': (value) => -value,
  abs: Math.abs,
  ceil: Math.ceil,
  floor: Math.floor,
  sqrt: Math.sqrt,
  exp: Math.exp,
  ln: Math.log,
  log2: Math.log2,
  log10: Math.log10,
  sgn: Math.sign,
  round: (value, nearest = 1) => {
    // As Prometheus does it: by the inverse, so that 0.1 is a tenth.
    const inverse = 1 / nearest;
    return Math.floor(value * inverse + 0.5) / inverse;
  },
  clamp_min: (value, min = Number.NaN) => larger(value, min),
  clamp_max: (value, max = Number.NaN) => smaller(value, max),
};

const larger = (one: number, other: number) =>
  Number.isNaN(one) || Number.isNaN(other) ? Number.NaN : Math.max(one, other);
const smaller = (one: number, other: number) =>
  Number.isNaN(one) || Number.isNaN(other) ? Number.NaN : Math.min(one, other);

export const arithmetic: Readonly<Record<string, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '%': (left, right) => left % right,
  '^': (left, right) => left ** right,
  atan2: Math.atan2,
};

export const comparisons: Readonly<Record<string, (left: number, right: number) => boolean>> = {
  '==': (left, right) => left === right,
  '!=': (left, right) => left !== right,
  '>': (left, right) => left > right,
  '<': (left, right) => left < right,
  '>=': (left, right) => left >= right,
  '<=': (left, right) => left <= right,
};

/** As both languages print them. */
export function printValue(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return '+Inf';
  if (value === Number.NEGATIVE_INFINITY) return '-Inf';
  return String(value);
}

/** `Number` but for the infinities: it does not know their short names. */
export function readValue(text: string): number {
  if (text === '+Inf' || text === 'Inf') return Number.POSITIVE_INFINITY;
  if (text === '-Inf') return Number.NEGATIVE_INFINITY;
  return Number(text);
}
