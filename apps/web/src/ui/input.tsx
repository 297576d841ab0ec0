import { type LucideIcon, Search } from 'lucide-react';
import type { ComponentProps } from 'react';
import { CONTROL, CONTROL_HEIGHT } from './control-class.ts';
import { Icon } from './icon.tsx';
import { Kbd } from './kbd.tsx';

type InputProps = ComponentProps<'input'> & { mono?: boolean };

export function Input({ mono = false, className = '', ...rest }: InputProps) {
  const face = mono ? 'mono' : '';
  return <input {...rest} className={`${CONTROL} ${CONTROL_HEIGHT} w-full min-w-0 px-2 ${face} ${className}`} />;
}

type SearchInputProps = ComponentProps<'input'> & { label: string; icon?: LucideIcon; shortcut?: string };

/** A filter or search box with its icon inside; `label` is read out, `shortcut` names the key that focuses it ("/"). */
export function SearchInput({ label, icon = Search, shortcut, className = '', ...rest }: SearchInputProps) {
  return (
    <label
      className={`${CONTROL} ${CONTROL_HEIGHT} flex min-w-0 items-center gap-[7px] outline-offset-1 outline-accent has-[:focus-visible]:outline-2 pr-1.5 pl-2 ${className}`}
    >
      <Icon icon={icon} size={14} className="text-ink3" />
      <span className="sr-only">{label}</span>
      <input
        type="search"
        data-filter={shortcut === '/' ? '' : undefined}
        {...rest}
        className="min-w-0 flex-1 bg-transparent outline-none [&::-webkit-search-cancel-button]:hidden"
      />
      {shortcut !== undefined && <Kbd className="phone:hidden">{shortcut}</Kbd>}
    </label>
  );
}
