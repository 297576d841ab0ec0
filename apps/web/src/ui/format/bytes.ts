const DECIMAL: readonly string[] = ['B', 'KB', 'MB', 'GB', 'TB', 'PB'];
const BINARY: readonly string[] = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

function scale(value: number, base: number, units: readonly string[], digits: number | undefined): string {
  let amount = Math.abs(value);
  let unit = 0;
  while (amount >= base * 0.9995 && unit < units.length - 1) {
    amount /= base;
    unit += 1;
  }
  const whole = unit === 0 || amount >= 9.95;
  if (digits !== undefined) return `${value < 0 ? '-' : ''}${Number(amount.toPrecision(digits))} ${units[unit]}`;
  const text = whole ? String(Math.round(amount)) : amount.toFixed(1);
  return `${value < 0 ? '-' : ''}${text} ${units[unit]}`;
}

/** Bytes on the wire and in storage, decimal: "310 KB", "4.0 MB", "12 GB"; with at most so many `digits`: "1.25 GB". */
export function formatBytes(bytes: number, digits?: number): string {
  return scale(bytes, 1000, DECIMAL, digits);
}

/** Memory and query volumes, binary: "612 MiB", "3.1 GiB"; a whole number of units stays whole: "1 GiB". */
export function formatBinaryBytes(bytes: number, digits?: number): string {
  return scale(bytes, 1024, BINARY, digits).replace(/\.0 (\w+)$/, (match, unit: string) => {
    const exponent = BINARY.indexOf(unit);
    return bytes % 1024 ** exponent === 0 ? ` ${unit}` : match;
  });
}
