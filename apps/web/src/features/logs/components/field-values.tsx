import { clsx } from 'clsx';
import { LEVEL_BACKGROUND } from '@/ui/charts/level.ts';
import { formatCount } from '@/ui/format/count.ts';
import { levelOf } from '../level.ts';
import { topValues } from '../message/field-summary.ts';
import { PlusMinus } from './plus-minus.tsx';

const MOST = 10;

type FieldValuesProps = {
  name: string;
  counts: ReadonlyMap<string, number>;
  onFilter: (value: string, negated: boolean) => void;
};

/** The commonest values with their counts, + and −, and a bar of the share of the commonest. */
export function FieldValues({ name, counts, onFilter }: FieldValuesProps) {
  const values = topValues(counts, MOST);
  const most = values[0]?.count ?? 1;
  return (
    <ul className="pb-1 pl-[22px]">
      {values.map(({ value, count }) => (
        <li key={value} className="relative flex h-6 items-center gap-1.5 pl-1.5 phone:h-9">
          <span className={clsx('mono min-w-0 flex-1 truncate', value === '' && 'text-ink3')} title={value}>
            {value === '' ? 'empty' : value}
          </span>
          <span className="tnum text-caption font-medium text-ink2">{formatCount(count)}</span>
          <PlusMinus name={name} value={value} onPress={(negated) => onFilter(value, negated)} />
          <span
            aria-hidden="true"
            className={clsx(
              'absolute bottom-px left-0 h-0.5 min-w-0.5 rounded-[1px]',
              name === 'level' ? LEVEL_BACKGROUND[levelOf(value)] : 'bg-level-info',
            )}
            style={{ width: `${((count / most) * 100).toFixed(1)}%` }}
          />
        </li>
      ))}
      {counts.size > MOST && (
        <li className="pl-1.5 text-caption font-medium text-ink3">{formatCount(counts.size - MOST)} more values</li>
      )}
    </ul>
  );
}
