import { formatProgress, type Options } from '../parts/progress.ts';

/** Says what is being built or installed; what is there already is no news. */
export function reportParts(onProgress: (text: string) => void, signal?: AbortSignal): Options {
  return {
    ...(signal && { signal }),
    onProgress: (progress) => {
      if (progress.phase !== 'found') onProgress(formatProgress(progress));
    },
  };
}
