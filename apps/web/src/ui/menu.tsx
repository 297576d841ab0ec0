'use client';
import type { Menu as Base } from '@base-ui/react/menu';
import { Check, type LucideIcon } from 'lucide-react';
import Link from 'next/link';
import { createContext, lazy, type ReactNode, useContext } from 'react';
import { Icon } from './icon.tsx';
import { LazyPopup, type PopupTrigger } from './lazy-popup.tsx';
import { POPUP_ITEM } from './popup-class.ts';

export type MenuProps = {
  trigger: PopupTrigger;
  children: ReactNode;
  align?: 'start' | 'end';
  side?: 'top' | 'bottom';
};

/** The headless parts, handed down by the loaded popup so that the items do not pull them into the first load. */
export const PartsContext = createContext<typeof Base | null>(null);

function useParts(): typeof Base {
  const parts = useContext(PartsContext);
  if (parts === null) throw new Error('Menu items stand inside a Menu');
  return parts;
}

const load = () => import('./overlay/menu-popup.tsx');
const MenuPopup = lazy(load);

/** Actions behind one button; children are MenuItem, MenuLink, MenuChoice, MenuSeparator. */
export function Menu(props: MenuProps) {
  return (
    <LazyPopup trigger={props.trigger} preload={load}>
      {(popup) => <MenuPopup {...props} {...popup} />}
    </LazyPopup>
  );
}

type MenuItemProps = {
  icon?: LucideIcon;
  children: ReactNode;
  onSelect: () => void;
  destructive?: boolean;
  disabled?: boolean;
};

export function MenuItem({ icon, children, onSelect, destructive = false, disabled }: MenuItemProps) {
  const Base = useParts();
  return (
    <Base.Item
      onClick={onSelect}
      disabled={disabled}
      className={`${POPUP_ITEM} ${destructive ? 'text-error [&>svg]:text-error' : ''}`}
    >
      {icon && <Icon icon={icon} size={14} />}
      {children}
    </Base.Item>
  );
}

export function MenuLink({ icon, href, children }: { icon?: LucideIcon; href: string; children: ReactNode }) {
  const Base = useParts();
  return (
    <Base.LinkItem render={<Link href={href} />} closeOnClick className={POPUP_ITEM}>
      {icon && <Icon icon={icon} size={14} />}
      {children}
    </Base.LinkItem>
  );
}

type MenuChoiceProps<Value extends string> = {
  label: string;
  options: readonly { value: Value; label: string; icon?: LucideIcon }[];
  value: Value;
  onChange: (value: Value) => void;
};

/** One of a few, with a tick at the chosen one. */
export function MenuChoice<Value extends string>({ label, options, value, onChange }: MenuChoiceProps<Value>) {
  const Base = useParts();
  return (
    <Base.RadioGroup value={value} onValueChange={onChange} aria-label={label}>
      {options.map((option) => (
        <Base.RadioItem key={option.value} value={option.value} closeOnClick className={POPUP_ITEM}>
          {option.icon && <Icon icon={option.icon} size={14} />}
          <span className="flex-1">{option.label}</span>
          <Base.RadioItemIndicator>
            <Icon icon={Check} size={14} className="text-accent" />
          </Base.RadioItemIndicator>
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  );
}

export function MenuSeparator() {
  const Base = useParts();
  return <Base.Separator className="my-1 h-px bg-line1" />;
}
