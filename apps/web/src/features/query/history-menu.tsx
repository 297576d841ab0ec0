'use client';
import { History } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { Popover } from '@/ui/popover.tsx';
import { readHistory } from './query-history.ts';

type HistoryMenuProps = { storageKey: string; onChoose: (text: string) => void };

/** Queries run from this browser, the newest first. */
export function HistoryMenu({ storageKey, onChoose }: HistoryMenuProps) {
  const [open, setOpen] = useState(false);
  const queries = open ? readHistory(storageKey) : [];
  return (
    <Popover
      label="Queries run before"
      align="end"
      open={open}
      onOpenChange={setOpen}
      className="w-[560px] p-1"
      trigger={
        <Button size="small" variant="ghost" icon={History}>
          History
        </Button>
      }
    >
      {queries.length === 0 && <p className="px-2 py-1.5 text-ink3">Queries that you run appear here.</p>}
      {queries.map((text) => (
        <button
          key={text}
          type="button"
          title={text}
          onClick={() => {
            setOpen(false);
            onChoose(text);
          }}
          className="mono block min-h-7 w-full truncate rounded-badge px-2 py-1 text-left hover:bg-hover phone:min-h-9"
        >
          {text}
        </button>
      ))}
    </Popover>
  );
}
