import { Minus, Plus } from 'lucide-react';
import { Icon } from '@/ui/icon.tsx';

type PlusMinusProps = {
  /** What the condition is about: "pod is api-1". */
  name: string;
  value: string;
  onPress: (negated: boolean) => void;
};

const PRESS =
  'grid size-6 place-items-center rounded-badge text-ink3 hover:bg-hover hover:text-ink1 phone:h-8 phone:w-9';

/** + keeps only lines with this value, − leaves them out. */
export function PlusMinus({ name, value, onPress }: PlusMinusProps) {
  const text = value === '' ? 'empty' : value;
  return (
    <span className="inline-flex shrink-0">
      <button type="button" aria-label={`Only ${name} ${text}`} className={PRESS} onClick={() => onPress(false)}>
        <Icon icon={Plus} size={12} />
      </button>
      <button type="button" aria-label={`Without ${name} ${text}`} className={PRESS} onClick={() => onPress(true)}>
        <Icon icon={Minus} size={12} />
      </button>
    </span>
  );
}
