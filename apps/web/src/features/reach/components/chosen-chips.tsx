import { X } from 'lucide-react';
import { IconButton } from '@/ui/icon-button.tsx';

export type Chosen = { id: string; label: string; gone?: boolean };

type ChosenChipsProps = { label: string; chosen: readonly Chosen[]; onRemove: (id: string) => void };

/** What has been chosen so far, each with a button that takes it out again. */
export function ChosenChips({ label, chosen, onRemove }: ChosenChipsProps) {
  if (chosen.length === 0) return null;
  return (
    <ul aria-label={label} className="flex flex-wrap gap-1.5">
      {chosen.map((item) => (
        <li
          key={item.id}
          className="flex min-h-6 max-w-full items-center rounded-badge border border-line2 bg-sunken pl-2 text-small"
        >
          <span className={`truncate ${item.gone ? 'text-ink3 line-through' : ''}`}>{item.label}</span>
          <IconButton
            icon={X}
            iconSize={12}
            size="small"
            label={`Remove ${item.label}`}
            onClick={() => onRemove(item.id)}
          />
        </li>
      ))}
    </ul>
  );
}
