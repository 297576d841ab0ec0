'use client';
import Link from 'next/link';
import { type KeyboardEvent, type ReactNode, useId } from 'react';

const LIST =
  'flex shrink-0 gap-[18px] overflow-x-auto border-b border-line2 px-5 [scrollbar-width:none] phone:gap-5 phone:px-4';
const TAB =
  '-mb-px flex h-8 shrink-0 items-center gap-1 border-b-2 border-transparent font-medium whitespace-nowrap text-ink2 hover:text-ink1 aria-selected:border-accent aria-selected:text-ink1 aria-[current=page]:border-accent aria-[current=page]:text-ink1 phone:h-10';

export type Tab<Value extends string> = { value: Value; label: string; count?: string; panel: ReactNode };

type TabsProps<Value extends string> = {
  label: string;
  tabs: readonly Tab<Value>[];
  value: Value;
  onChange: (value: Value) => void;
};

/** Tabs with their panels; arrow keys move, only the open panel is mounted. Keep `value` in the URL. */
export function Tabs<Value extends string>({ label, tabs, value, onChange }: TabsProps<Value>) {
  const id = useId();
  const index = tabs.findIndex((tab) => tab.value === value);

  function move(event: KeyboardEvent<HTMLDivElement>) {
    const step = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: tabs.length - 1 }[event.key];
    const next = step === undefined ? undefined : tabs[(step + tabs.length) % tabs.length];
    if (next === undefined) return;
    event.preventDefault();
    onChange(next.value);
    document.getElementById(`${id}-${next.value}`)?.focus();
  }

  return (
    <>
      <div role="tablist" aria-label={label} className={LIST} onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.value}
            id={`${id}-${tab.value}`}
            type="button"
            role="tab"
            aria-selected={tab.value === value}
            aria-controls={`${id}-panel`}
            tabIndex={tab.value === value ? 0 : -1}
            onClick={() => onChange(tab.value)}
            className={TAB}
          >
            {tab.label}
            {tab.count !== undefined && <span className="text-ink3">{tab.count}</span>}
          </button>
        ))}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${value}`} className="contents">
        {tabs[index]?.panel}
      </div>
    </>
  );
}

export type TabLink = { href: string; label: string; count?: string };

/** The same look for pages that are routes of their own. */
export function TabLinks({ label, links, current }: { label: string; links: readonly TabLink[]; current: string }) {
  return (
    <nav aria-label={label} className={LIST}>
      {links.map((link) => (
        <Link
          key={link.href}
          href={link.href}
          aria-current={link.href === current ? 'page' : undefined}
          className={TAB}
        >
          {link.label}
          {link.count !== undefined && <span className="text-ink3">{link.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
