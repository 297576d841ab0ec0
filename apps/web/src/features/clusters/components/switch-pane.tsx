import type { Origin } from '@oriel/domain/policy/levels';
import { type ReactNode, useId } from 'react';
import { OriginBadge } from '@/features/policies/components/origin-badge.tsx';
import type { EffectiveSetting } from '@/features/policies/output.ts';
import { lockSentence } from '@/features/policies/words.ts';
import { CopyAsCurl } from '@/ui/copy-as-curl.tsx';
import { LoadingBar } from '@/ui/loading-rows.tsx';
import { Switch } from '@/ui/switch.tsx';
import type { ApiRequest } from '@/ui/to-curl.ts';

type SwitchPaneProps = {
  title: string;
  checked: boolean;
  disabled: boolean;
  onChange: (on: boolean) => void;
  /** Who decided; undefined until it is known. */
  origin: Origin | undefined;
  /** Given while it is not known what policies say. */
  unread: 'loading' | 'failed' | undefined;
  /** Given where a policy holds the switch. */
  locked: EffectiveSetting | undefined;
  refused: string | undefined;
  /** The change, for a shell. */
  request: ApiRequest;
  about: string;
  children: ReactNode;
};

/** A switch with its name, its origin, and why it cannot be moved where it cannot. */
export function SwitchPane(props: SwitchPaneProps) {
  const { title, checked, disabled, onChange, origin, unread, locked, refused, request, about, children } = props;
  const reason = useId();
  return (
    <section aria-label={title} className="grid min-w-0 grid-cols-[32px_minmax(0,1fr)] gap-x-3 px-5 py-3 phone:px-4">
      <Switch
        checked={checked}
        onChange={onChange}
        label={title}
        disabled={disabled || locked !== undefined}
        {...(locked === undefined ? {} : { describedBy: reason })}
      />
      <div className="flex min-w-0 flex-col gap-1.5">
        <div className="flex min-h-6 flex-wrap items-center gap-2">
          <h2 className="font-semibold">{title}</h2>
          {origin && <OriginBadge origin={origin} />}
          {unread === 'loading' && <LoadingBar className="w-24" />}
          <div className="ml-auto">
            <CopyAsCurl size="small" request={request} />
          </div>
        </div>
        <p className="text-ink2 wrap-anywhere">{about}</p>
        {unread === 'failed' && (
          <p className="text-small text-ink3">What policies say of it could not be read: see Settings below.</p>
        )}
        {locked && (
          <p id={reason} className="text-small text-ink3">
            {lockSentence(locked.setting, locked.value, locked.origin)}
          </p>
        )}
        {refused !== undefined && (
          <p role="alert" className="text-small text-error">
            {refused}
          </p>
        )}
        {children}
      </div>
    </section>
  );
}
