import { catalogue } from '@oriel/domain/policy/catalogue';
import { Lock, Pencil } from 'lucide-react';
import { Badge } from '@/ui/badge.tsx';
import { Icon } from '@/ui/icon.tsx';
import type { Column } from '@/ui/table/types.ts';
import type { EffectiveSetting, PlatformPlace } from '../output.ts';
import type { PlaceRef } from '../place.ts';
import type { SettingRow } from '../setting-rows.ts';
import { lockSentence, originLabel, valueLabel } from '../words.ts';
import { loadPolicyDialog } from './policy-editor.tsx';

type Edit = (place: PlaceRef, setting: EffectiveSetting) => void;
type CellProps = { place: PlatformPlace; effective: EffectiveSetting; edit: Edit };

export function platformColumns(places: readonly PlatformPlace[], edit: Edit): Column<SettingRow>[] {
  return [
    {
      id: 'setting',
      head: 'Setting',
      width: 'minmax(260px,1.4fr)',
      rowHeader: true,
      cell: ({ setting }) => <Title setting={setting} />,
    },
    ...places.map(
      (place, index): Column<SettingRow> => ({
        id: place.seedId ?? 'platform',
        head: place.seedId === null ? place.name : `Seed ${place.name}`,
        width: 'minmax(210px,1fr)',
        cell: ({ cells }) => {
          const cell = cells[index];
          return cell && <PlaceCell {...cell} edit={edit} />;
        },
      }),
    ),
  ];
}

export function PlatformPhoneRow({ row, edit }: { row: SettingRow; edit: Edit }) {
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <Title setting={row.setting} />
      <dl className="grid grid-cols-[minmax(72px,auto)_minmax(0,1fr)] items-center gap-x-3">
        {row.cells.map((cell) => (
          <div key={cell.place.seedId ?? 'platform'} className="contents">
            <dt className="truncate text-small text-ink3">{cell.place.name}</dt>
            <dd className="min-w-0">
              <PlaceCell {...cell} edit={edit} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Title({ setting }: { setting: SettingRow['setting'] }) {
  const { title, hint } = catalogue[setting];
  return (
    <span className="block py-2 phone:py-0">
      <span className="block font-semibold">{title}</span>
      <span className="block text-small font-normal text-ink3">{hint}</span>
    </span>
  );
}

/** The value, whether it is this place's own, and the way to change it. */
function PlaceCell({ place, effective, edit }: CellProps) {
  const { setting, value, own, origin, canChange } = effective;
  const held = origin.mode === 'enforced';
  const here = own !== null && origin.level === place.level;
  const words = (
    <>
      <span className={`tnum min-w-[68px] ${here ? 'font-semibold text-ink1' : 'text-ink3'}`}>
        {valueLabel(setting, value)}
      </span>
      {here ? (
        <Badge {...(held ? { icon: Lock } : {})}>{held ? 'Enforced' : 'Default'}</Badge>
      ) : (
        <span className="flex min-w-0 items-center gap-1 text-small text-ink3">
          {held && <Icon icon={Lock} size={12} />}
          <span className="truncate">{originLabel(origin)}</span>
        </span>
      )}
    </>
  );
  if (!canChange) {
    return (
      <span
        className="flex min-h-7 items-center gap-2"
        title={held && !here ? lockSentence(setting, value, origin) : undefined}
      >
        {words}
      </span>
    );
  }
  return (
    <button
      type="button"
      onPointerEnter={loadPolicyDialog}
      onClick={() => edit(placeRef(place), effective)}
      className="-mx-2 flex min-h-7 max-w-full min-w-0 items-center gap-2 rounded-control px-2 text-left hover:bg-hover phone:min-h-9"
    >
      <span className="sr-only">{`Edit ${catalogue[setting].title} of ${place.name}: `}</span>
      {words}
      <Icon icon={Pencil} size={12} className="text-ink3" />
    </button>
  );
}

function placeRef({ level, seedId, name }: PlatformPlace): PlaceRef {
  return level === 'seed' && seedId !== null ? { level, seedId, name } : { level: 'platform' };
}
