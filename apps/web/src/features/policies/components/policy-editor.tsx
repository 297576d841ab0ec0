'use client';
import { lazy } from 'react';
import { LazyOverlay } from '@/ui/lazy-popup.tsx';
import type { EffectiveSetting } from '../output.ts';
import type { PlaceRef } from '../place.ts';

/** Fetched when a pointer comes near a button that opens it. */
export const loadPolicyDialog = () => import('./policy-dialog.tsx');
const PolicyDialog = lazy(loadPolicyDialog);

/** What is being edited; `open` is apart, so that a closing dialog keeps its words. */
export type Editing = { place: PlaceRef; setting: EffectiveSetting; open: boolean; turn: number };

let turns = 0;

/** Each opening starts from what holds then. */
export function startEditing(place: PlaceRef, setting: EffectiveSetting): Editing {
  turns++;
  return { place, setting, open: true, turn: turns };
}

type PolicyEditorProps = { editing: Editing | null; onChange: (editing: Editing) => void; canEnforce: boolean };

export function PolicyEditor({ editing, onChange, canEnforce }: PolicyEditorProps) {
  const open = editing?.open ?? false;
  const setOpen = (next: boolean) => editing && onChange({ ...editing, open: next });
  return (
    <LazyOverlay trigger={undefined} open={open} onOpenChange={setOpen} preload={loadPolicyDialog}>
      {() =>
        editing && (
          <PolicyDialog
            key={editing.turn}
            place={editing.place}
            setting={editing.setting}
            canEnforce={canEnforce}
            open={open}
            onOpenChange={setOpen}
          />
        )
      }
    </LazyOverlay>
  );
}
