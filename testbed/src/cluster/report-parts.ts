import { formatProgress, type Options } from '../parts/progress.ts';

export interface Reporting {
  readonly onProgress?: ((text: string) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Says what is being built or installed; what is there already is no news. */
export function reportParts({ onProgress, signal }: Reporting): Options {
  return {
    ...(signal && { signal }),
    onProgress: (progress) => {
      if (progress.phase !== 'found') onProgress?.(formatProgress(progress));
    },
  };
}
