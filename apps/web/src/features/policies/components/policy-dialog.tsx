'use client';
import { catalogue } from '@oriel/domain/policy/catalogue';
import type { PolicyMode } from '@oriel/domain/policy/levels';
import { Lock } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { CopyAsCurl } from '@/ui/copy-as-curl.tsx';
import { Dialog } from '@/ui/dialog.tsx';
import { failureOf } from '@/ui/failure.ts';
import { Segmented } from '@/ui/segmented.tsx';
import type { ApiRequest } from '@/ui/to-curl.ts';
import { toastDone } from '@/ui/toast.ts';
import type { EffectiveSetting } from '../output.ts';
import { describeMode, type PlaceRef, type PolicyWish, placeWords, wishFor } from '../place.ts';
import { describeFallback, valueLabel } from '../words.ts';
import { PolicyPreview } from './policy-preview.tsx';
import { draftOf, readDraft, SettingControl } from './setting-control.tsx';
import { usePolicyChange, usePolicyPreview, useUndo } from './use-policy-change.ts';
import { useSettled } from './use-settled.ts';

type PolicyDialogProps = {
  place: PlaceRef;
  setting: EffectiveSetting;
  /** At a cluster only owners of its project may. */
  canEnforce: boolean;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Says what a place shall hold; what that changes is shown before it is saved. */
export default function PolicyDialog({ place, setting: effective, canEnforce, open, onOpenChange }: PolicyDialogProps) {
  const { setting, own, inherited } = effective;
  const { title, hint } = catalogue[setting];
  const [mode, setMode] = useState<PolicyMode | 'none'>(own?.mode ?? 'default');
  const [draft, setDraft] = useState(draftOf(own?.value ?? effective.value));
  const value = readDraft(draft);
  const wish: PolicyWish | undefined =
    mode === 'none' ? { setting, mode } : value === undefined ? undefined : { setting, mode, value };
  const change = usePolicyChange(place);
  const undo = useUndo(place);
  const preview = usePolicyPreview(place, useSettled(open ? wish : undefined));
  const refused = failureOf(change.error ?? preview.error)?.message;
  const error = wish === undefined ? 'Give a whole number.' : refused;
  const save = () => {
    if (wish === undefined) return;
    change.mutate([wish], {
      onSuccess: () => {
        onOpenChange(false);
        toastDone(savedWords(place, wish, inherited.value), undo([wishFor(setting, own)]));
      },
    });
  };
  return (
    <Dialog
      title={`${title} for ${placeWords(place)}`}
      about={hint}
      open={open}
      onOpenChange={onOpenChange}
      footer={
        <>
          {wish && <CopyAsCurl request={requestOf(place, wish)} />}
          <Button
            variant="primary"
            onClick={save}
            pending={change.isPending}
            disabled={wish === undefined || preview.isError}
          >
            Save
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <div className="flex flex-col gap-1.5">
          <Segmented
            label="What holds here"
            value={mode}
            onChange={(next) => {
              change.reset();
              setMode(next);
              if (next === 'none') setDraft(draftOf(inherited.value));
            }}
            segments={[
              { value: 'none', label: place.level === 'cluster' ? 'Follow the policy' : 'Not set' },
              { value: 'default', label: place.level === 'cluster' ? 'Own choice' : 'Default' },
              ...(canEnforce ? [{ value: 'enforced' as const, label: 'Enforced', icon: Lock }] : []),
            ]}
          />
          <p className="text-small text-ink2">
            {mode === 'none'
              ? `Falls back to ${describeFallback(setting, inherited)}.`
              : describeMode(place.level, mode)}
          </p>
        </div>
        <SettingControl
          setting={setting}
          draft={draft}
          onChange={(next) => {
            change.reset();
            setDraft(next);
          }}
          disabled={mode === 'none'}
          error={error}
        />
        <PolicyPreview
          changes={error === undefined ? preview.data : undefined}
          pending={error === undefined && preview.isFetching}
        />
      </div>
    </Dialog>
  );
}

function savedWords(place: PlaceRef, wish: PolicyWish, fallback: boolean | number): string {
  const { title } = catalogue[wish.setting];
  const of = placeWords(place);
  if (wish.mode === 'none') return `${title}: ${of} follows, ${valueLabel(wish.setting, fallback).toLowerCase()}`;
  const words = wish.mode === 'enforced' ? 'enforced at' : 'set for';
  return `${title} ${valueLabel(wish.setting, wish.value).toLowerCase()}, ${words} ${of}`;
}

function requestOf(place: PlaceRef, wish: PolicyWish): ApiRequest {
  const path = pathOf(place, wish.setting);
  if (wish.mode === 'none') return { method: 'DELETE', path };
  return { method: 'PUT', path, body: { mode: wish.mode, value: wish.value } };
}

function pathOf(place: PlaceRef, setting: string): string {
  switch (place.level) {
    case 'platform':
      return `/api/v1/policies/${setting}`;
    case 'seed':
      return `/api/v1/seeds/${place.seedId}/policies/${setting}`;
    case 'project':
      return `/api/v1/projects/${place.project}/policies/${setting}`;
    case 'cluster':
      return `/api/v1/clusters/${place.clusterId}/policies/${setting}`;
  }
}
