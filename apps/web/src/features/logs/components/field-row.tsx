'use client';
import { ChevronDown, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from '@/ui/icon.tsx';

type FieldRowProps = {
  name: string;
  /** At the right: how many values, or "num". */
  about: string;
  open: boolean;
  onToggle: () => void;
  children: ReactNode;
};

/** A label or field of the sidebar; its values stand under it while it is open. */
export function FieldRow({ name, about, open, onToggle, children }: FieldRowProps) {
  return (
    <li>
      <button
        type="button"
        aria-expanded={open}
        onClick={onToggle}
        className="flex h-6 w-full items-center gap-1.5 rounded-badge pr-2 pl-1 text-left hover:bg-hover phone:h-9"
      >
        <Icon icon={open ? ChevronDown : ChevronRight} size={12} className="text-ink3" />
        <span className="mono min-w-0 flex-1 truncate">{name}</span>
        <span className="text-caption font-medium text-ink3">{about}</span>
      </button>
      {open && children}
    </li>
  );
}

export function FieldGroup({ title, about, children }: { title: string; about: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <div className="flex justify-between gap-2 px-2 pt-2.5 pb-[3px] text-caption">
        <h2 className="font-semibold text-ink2">{title}</h2>
        <span className="truncate text-ink3">{about}</span>
      </div>
      <ul>{children}</ul>
    </section>
  );
}
