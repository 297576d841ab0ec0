import type { LogLine } from './log-line.ts';

const LINES_PER_SLICE = 2000;

/** One JSON object per line: nanosecond, labels, what the store keeps beside it, and the text. */
function toNdjson(lines: readonly LogLine[]): string {
  return lines
    .map(({ at, stream, extra, text }) => `${JSON.stringify({ at, ...extra, ...stream.labels, line: text })}\n`)
    .join('');
}

/** Saves the lines as a file, written in slices so that the page stays alive. */
export async function downloadLines(lines: readonly LogLine[], name: string): Promise<void> {
  const parts: string[] = [];
  for (let at = 0; at < lines.length; at += LINES_PER_SLICE) {
    parts.push(toNdjson(lines.slice(at, at + LINES_PER_SLICE)));
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  const url = URL.createObjectURL(new Blob(parts, { type: 'application/x-ndjson' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
