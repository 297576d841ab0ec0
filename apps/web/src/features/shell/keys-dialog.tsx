'use client';
import { Kbd } from '@/ui/kbd.tsx';
import DialogPopup from '@/ui/overlay/dialog-popup.tsx';
import { useShortcuts } from '@/ui/shortcuts.ts';

/** Every key that works on the page at hand. */
export default function KeysDialog({ onClose }: { onClose: () => void }) {
  const shortcuts = useShortcuts();
  const first = (group: string) => (group === 'Everywhere' ? 0 : 1);
  const sorted = shortcuts.toSorted((a, b) => first(a.group) - first(b.group));
  const groups = Map.groupBy(sorted, (shortcut) => shortcut.group);
  return (
    <DialogPopup title="Keys" open onOpenChange={(open) => !open && onClose()}>
      {[...groups].map(([group, members]) => (
        <section key={group} className="not-first:mt-3">
          <h3 className="text-caption font-medium text-ink3">{group}</h3>
          <dl>
            {members.map(({ keys, does }) => (
              <div key={keys + does} className="flex h-7 items-center border-b border-line1 last:border-b-0">
                <dt className="flex-1">{does}</dt>
                <dd className="flex gap-1">
                  {keys.split(' ').map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </DialogPopup>
  );
}
