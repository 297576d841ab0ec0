'use client';
import { catalogue } from '@oriel/domain/policy/catalogue';
import { Pencil, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { failureOf } from '@/ui/failure.ts';
import { toastDone } from '@/ui/toast.ts';
import type { EffectiveSetting, PolicyException } from '../output.ts';
import { type PlaceRef, placeWords, wishFor } from '../place.ts';
import { describeFallback, exceptionSentence, lockSentence, valueLabel } from '../words.ts';
import { OriginBadge } from './origin-badge.tsx';
import { type Editing, loadPolicyDialog, PolicyEditor, startEditing } from './policy-editor.tsx';
import { usePolicyChange, useUndo } from './use-policy-change.ts';

type SettingListProps = {
  place: PlaceRef;
  settings: readonly EffectiveSetting[];
  /** Seeds that differ, of a project that is on several. */
  exceptions?: readonly PolicyException[];
  canEnforce: boolean;
};

/** Every setting of a project or a cluster: what holds, why, and what may be done about it. */
export function SettingList({ place, settings, exceptions = [], canEnforce }: SettingListProps) {
  const [editing, setEditing] = useState<Editing | null>(null);
  return (
    <>
      <ul>
        {settings.map((setting) => (
          <SettingRow
            key={setting.setting}
            place={place}
            effective={setting}
            exceptions={exceptions.filter((one) => one.setting === setting.setting)}
            onEdit={() => setEditing(startEditing(place, setting))}
          />
        ))}
      </ul>
      <PolicyEditor editing={editing} onChange={setEditing} canEnforce={canEnforce} />
    </>
  );
}

type SettingRowProps = {
  place: PlaceRef;
  effective: EffectiveSetting;
  exceptions: readonly PolicyException[];
  onEdit: () => void;
};

function SettingRow({ place, effective, exceptions, onEdit }: SettingRowProps) {
  const { setting, value, origin, own, inherited, canChange } = effective;
  const { title, hint } = catalogue[setting];
  const change = usePolicyChange(place);
  const undo = useUndo(place);
  const refused = failureOf(change.error)?.message;
  const follow = () =>
    change.mutate([{ setting, mode: 'none' }], {
      onSuccess: () => toastDone(`${title} follows the policy`, undo([wishFor(setting, own)])),
    });
  const locked = origin.mode === 'enforced' && origin.level !== place.level;
  return (
    <li
      data-setting={setting}
      className="grid grid-cols-[minmax(200px,1.4fr)_84px_minmax(180px,1.4fr)_212px] items-start desk:max-[820px]:grid-cols-[minmax(150px,1.4fr)_64px_minmax(130px,1fr)_212px] gap-x-4 gap-y-1 border-t border-line1 py-2.5 phone:grid-cols-[minmax(0,1fr)_auto]"
    >
      <div className="min-w-0">
        <h3 className="font-medium">{title}</h3>
        <p className="text-small text-ink3">{hint}</p>
      </div>
      <p className="tnum font-semibold whitespace-nowrap phone:justify-self-end">{valueLabel(setting, value)}</p>
      <div className="flex min-w-0 flex-col items-start gap-1">
        <OriginBadge origin={origin} />
        <p className="text-small text-ink3">{explain(place, effective)}</p>
        {exceptions.map((exception) => (
          <p key={exception.seed} className="text-small text-ink2">
            {exceptionSentence(exception)}
          </p>
        ))}
      </div>
      <div className="flex flex-wrap content-start justify-end gap-1.5 phone:flex-col-reverse phone:flex-nowrap phone:items-end phone:justify-end">
        {canChange && own !== null && (
          <Button size="small" variant="ghost" icon={Undo2} onClick={follow} pending={change.isPending}>
            Follow the policy
          </Button>
        )}
        {canChange && (
          <Button
            size="small"
            icon={Pencil}
            onPointerEnter={loadPolicyDialog}
            onClick={onEdit}
            aria-label={`Edit ${title}`}
          >
            Edit
          </Button>
        )}
        {refused !== undefined && (
          <p role="alert" className="text-small text-error">
            {refused}
          </p>
        )}
      </div>
      {locked && own !== null && own.value !== value && (
        <p className="col-span-full text-small text-ink3">
          {`What ${placeWords(place)} says itself, ${valueLabel(setting, own.value).toLowerCase()}, waits until that ends: ${describeFallback(setting, inherited)}.`}
        </p>
      )}
    </li>
  );
}

/** Why it is so, in a sentence. */
function explain(place: PlaceRef, { setting, value, origin, own, inherited }: EffectiveSetting): string {
  if (origin.mode === 'enforced' && origin.level !== place.level) return lockSentence(setting, value, origin);
  if (own !== null) return `Without it: ${describeFallback(setting, inherited)}.`;
  return origin.level === 'built-in' ? 'No policy says anything else.' : 'Follows the policy, now and when it changes.';
}
