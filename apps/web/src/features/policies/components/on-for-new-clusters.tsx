'use client';
import { catalogue } from '@oriel/domain/policy/catalogue';
import { Button } from '@/ui/button.tsx';
import { Dialog } from '@/ui/dialog.tsx';
import { failureOf } from '@/ui/failure.ts';
import { toastDone } from '@/ui/toast.ts';
import type { PolicyWish } from '../place.ts';
import { PolicyPreview } from './policy-preview.tsx';
import { usePolicyChange, usePolicyPreview, useUndo } from './use-policy-change.ts';

const platform = { level: 'platform' } as const;
const wishes = [
  { setting: 'monitoring.enabled', mode: 'default', value: true },
  { setting: 'logging.enabled', mode: 'default', value: true },
] as const satisfies readonly PolicyWish[];
const none = wishes.map(({ setting }) => ({ setting, mode: 'none' }) as const);

/** Both signals on by default, with what that changes now. */
export default function OnForNewClusters({
  open,
  onOpenChange,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const change = usePolicyChange(platform);
  const undo = useUndo(platform);
  const refused = failureOf(change.error)?.message;
  const save = () =>
    change.mutate(wishes, {
      onSuccess: () => {
        onOpenChange(false);
        toastDone('Monitoring and logging are on for every new cluster', undo(none));
      },
    });
  return (
    <Dialog
      title="On for every new cluster"
      about="Monitoring and logging become the platform’s default. A cluster that has chosen otherwise keeps its choice; one that has not follows."
      open={open}
      onOpenChange={onOpenChange}
      footer={
        <Button variant="primary" onClick={save} pending={change.isPending}>
          Switch on
        </Button>
      }
    >
      <div className="flex flex-col gap-2">
        {wishes.map((wish) => (
          <Try key={wish.setting} wish={wish} enabled={open} />
        ))}
        {refused !== undefined && (
          <p role="alert" className="text-small text-error">
            {refused}
          </p>
        )}
      </div>
    </Dialog>
  );
}

function Try({ wish, enabled }: { wish: PolicyWish; enabled: boolean }) {
  const preview = usePolicyPreview(platform, enabled ? wish : undefined);
  const failure = failureOf(preview.error);
  if (failure && !preview.isFetching) {
    return (
      <p role="alert" className="text-small text-error">
        {`What ${catalogue[wish.setting].title} would change could not be tried. ${failure.message}`}
      </p>
    );
  }
  return <PolicyPreview changes={preview.data} pending={preview.isFetching} about={catalogue[wish.setting].title} />;
}
