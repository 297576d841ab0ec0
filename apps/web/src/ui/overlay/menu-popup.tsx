'use client';
import { Menu as Base } from '@base-ui/react/menu';
import { type MenuProps, PartsContext } from '../menu.tsx';
import { POPUP } from '../popup-class.ts';

/** Loaded when a Menu is first pressed; hands the parts to the items inside. */
export default function MenuPopup(props: MenuProps & { defaultOpen?: boolean }) {
  const { trigger, children, align = 'end', side = 'bottom', defaultOpen } = props;
  return (
    <Base.Root defaultOpen={defaultOpen}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align={align} side={side} collisionPadding={8} className="z-50">
          <Base.Popup className={`${POPUP} min-w-44 p-1`}>
            <PartsContext value={Base}>{children}</PartsContext>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
