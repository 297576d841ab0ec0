'use client';
import { Menu as Base } from '@base-ui/react/menu';
import { Check, type LucideIcon } from 'lucide-react';
import Link from 'next/link';
import type { ReactElement, ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { POPUP, POPUP_ITEM } from './popup-class.ts';

type MenuProps = {
  trigger: ReactElement<Record<string, unknown>>;
  children: ReactNode;
  align?: 'start' | 'end';
  side?: 'top' | 'bottom';
  defaultOpen?: boolean;
};

/** Actions behind one button; children are MenuItem, MenuLink, MenuChoice, MenuGroup. */
export function Menu({ trigger, children, align = 'end', side = 'bottom', defaultOpen }: MenuProps) {
  return (
    <Base.Root defaultOpen={defaultOpen}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align={align} side={side} collisionPadding={8} className="z-50">
          <Base.Popup className={`${POPUP} min-w-44 p-1`}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
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
  return <Base.Separator className="my-1 h-px bg-line1" />;
}
