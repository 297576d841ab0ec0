'use client';
import type { ReactNode } from 'react';
import { CopyButton } from '@/ui/copy-button.tsx';
import { formatDateTime } from '@/ui/format/time.ts';
import { KeyValue } from '@/ui/key-value.tsx';
import { Sheet } from '@/ui/sheet.tsx';
import { useZone } from '@/ui/time/zone.tsx';
import type { AuditEntryView } from '../output.ts';
import { credentialWords, targetWords } from '../words.ts';
import { EntryDiffView } from './entry-diff-view.tsx';

type EntrySheetProps = {
  entry: AuditEntryView | undefined;
  /** Stands there without an entry. */
  missing: ReactNode;
  open: boolean;
  onClose: () => void;
};

/** Everything the trail knows of one action. */
export function EntrySheet({ entry, missing, open, onClose }: EntrySheetProps) {
  return (
    <Sheet title={entry?.action ?? 'Entry'} open={open} onOpenChange={(next) => !next && onClose()}>
      {entry ? <Detail entry={entry} /> : missing}
    </Sheet>
  );
}

function Detail({ entry }: { entry: AuditEntryView }) {
  const { zone } = useZone();
  const facts = [
    { label: 'When', value: formatDateTime(new Date(entry.at), zone) },
    { label: 'Who', value: entry.actor },
    { label: 'With', value: credentialWords(entry.credential) },
    { label: 'From', value: entry.address ?? 'not told' },
    { label: 'Target', value: targetWords(entry) },
    { label: 'Target id', value: <span className="mono">{entry.targetId}</span> },
    ...(entry.projectId === null ? [] : [{ label: 'Project', value: entry.project ?? entry.projectId }]),
    { label: 'Place', value: entry.position ?? 'not linked' },
    { label: 'Hash', value: <span className="mono">{entry.hash ?? 'none'}</span> },
  ];
  return (
    <div className="flex flex-col gap-4 px-4 py-3">
      <KeyValue facts={facts} />
      <section aria-label="What changed" className="flex flex-col gap-1.5">
        <h3 className="font-semibold">What changed</h3>
        <EntryDiffView before={entry.before} after={entry.after} />
      </section>
      <div>
        <CopyButton size="small" variant="ghost" text={() => JSON.stringify(entry, null, 2)}>
          Copy as JSON
        </CopyButton>
      </div>
    </div>
  );
}
