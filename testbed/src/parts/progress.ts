/** What happens to one part, or (in a download) to the modules of one group. */
export interface Progress {
  readonly part: string;
  readonly phase: 'download' | 'wait' | 'build' | 'built' | 'found' | 'install';
  /** Since this phase began. */
  readonly seconds: number;
  /** Last line of the compiler, path of the finished binary, or what is being waited for. */
  readonly detail?: string;
}

export type OnProgress = (progress: Progress) => void;

export interface Options {
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
}

const words: Record<Progress['phase'], string> = {
  download: 'downloading modules',
  wait: 'waiting',
  build: 'building',
  built: 'built',
  found: 'found',
  install: 'installing',
};

export function formatProgress({ part, phase, seconds, detail }: Progress): string {
  const time = phase === 'found' ? '' : ` ${Math.round(seconds)} s`;
  return `${part}: ${words[phase]}${time}${detail ? ` · ${detail}` : ''}`;
}

const everyMs = 5_000;

/** Says at once, and then every few seconds, that a phase goes on, with the last line heard from it. */
export function startTicker(part: string, phase: Progress['phase'], onProgress: OnProgress | undefined) {
  const startedAt = performance.now();
  let line: string | undefined;
  const seconds = () => (performance.now() - startedAt) / 1000;
  const say = () => onProgress?.({ part, phase, seconds: seconds(), ...(line !== undefined && { detail: line }) });
  say();
  const timer = setInterval(say, everyMs);
  return {
    seconds,
    hear: (text: string) => {
      if (text.trim() !== '') line = text.trim();
    },
    [Symbol.dispose]: () => clearInterval(timer),
  };
}
