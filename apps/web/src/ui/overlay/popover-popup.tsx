'use client';
import { Popover as Base } from '@base-ui/react/popover';
import type { PopoverProps } from '../popover.tsx';
import { POPUP } from '../popup-class.ts';

type PopoverPopupProps = PopoverProps & { defaultOpen?: boolean };

/** A raised box beside its trigger, for short forms and choices. */
export default function PopoverPopup(props: PopoverPopupProps) {
  const { label, trigger, children, open, defaultOpen, onOpenChange, align = 'start', className = '' } = props;
  return (
    <Base.Root open={open} defaultOpen={defaultOpen} onOpenChange={onOpenChange}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align={align} collisionPadding={8} className="z-50">
          <Base.Popup aria-label={label} className={`${POPUP} max-w-(--available-width) ${className}`}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
