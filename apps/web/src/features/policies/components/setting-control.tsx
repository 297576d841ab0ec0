'use client';
import { catalogue, formatSetting, type SettingKey } from '@oriel/domain/policy/catalogue';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import { Switch } from '@/ui/switch.tsx';

/** A number as it is typed, so that a half-written one is no number yet. */
export type DraftValue = boolean | string;

export function draftOf(value: boolean | number): DraftValue {
  return typeof value === 'boolean' ? value : String(value);
}

/** Undefined while it is no whole number. */
export function readDraft(draft: DraftValue): boolean | number | undefined {
  if (typeof draft === 'boolean') return draft;
  return /^\d{1,9}$/.test(draft.trim()) ? Number(draft) : undefined;
}

type SettingControlProps = {
  setting: SettingKey;
  draft: DraftValue;
  onChange: (draft: DraftValue) => void;
  disabled: boolean;
  error: string | undefined;
};

/** The control that fits a setting: a switch, or a number with its unit and bounds. */
export function SettingControl({ setting, draft, onChange, disabled, error }: SettingControlProps) {
  const spec = catalogue[setting];
  if (typeof draft === 'boolean' || spec.kind === 'switch') {
    return (
      <div className="flex flex-col gap-1">
        <div className="flex items-center gap-2.5">
          <Switch checked={draft === true} onChange={onChange} label={spec.title} disabled={disabled} />
          <span className="font-medium">{draft === true ? 'On' : 'Off'}</span>
        </div>
        {error !== undefined && (
          <p role="alert" className="text-small text-error">
            {error}
          </p>
        )}
      </div>
    );
  }
  const hint = `From ${spec.least} to ${formatSetting(setting, spec.most)}; ${formatSetting(setting, spec.builtIn)} is built in.`;
  return (
    <Field label={spec.title} hint={hint} {...(error === undefined ? {} : { error })}>
      {(control) => (
        <span className="flex items-center gap-2">
          <Input
            {...control}
            inputMode="numeric"
            autoComplete="off"
            value={draft}
            disabled={disabled}
            onChange={(event) => onChange(event.target.value)}
            className="tnum max-w-28"
          />
          <span className="text-ink3">{spec.unit}</span>
        </span>
      )}
    </Field>
  );
}
