import { LoaderCircle, Replace } from 'lucide-react';
import { Icon } from '@/ui/icon.tsx';
import type { ChangedClusters } from '../output.ts';
import { changeSentence, waitingSentence } from '../words.ts';

type PolicyPreviewProps = { changes: ChangedClusters | undefined; pending: boolean; about?: string };

/** What a change would do, found by trying it on the server. */
export function PolicyPreview({ changes, pending, about }: PolicyPreviewProps) {
  if (changes === undefined && !pending) return null;
  return (
    <p role="status" className="flex min-h-9 items-start gap-2 rounded-control bg-sunken px-3 py-2 text-ink2">
      <Icon
        icon={pending ? LoaderCircle : Replace}
        size={14}
        className={`mt-[3px] text-ink3 ${pending ? 'spin' : ''}`}
      />
      <span className="min-w-0 wrap-anywhere">
        {about !== undefined && <b className="font-semibold text-ink1">{about}: </b>}
        {pending || changes === undefined ? 'Trying what would change' : words(changes)}
      </span>
    </p>
  );
}

function words(changes: ChangedClusters): string {
  return [
    changeSentence(changes),
    ...(changes.count > 0 ? ['They follow within minutes of saving.'] : []),
    ...(changes.withoutEffectAt.length > 0 ? [waitingSentence(changes.withoutEffectAt)] : []),
  ].join(' ');
}
