'use client';
import { Box, ChevronDown, Folder, Layers, type LucideIcon } from 'lucide-react';
import { type ComponentProps, lazy } from 'react';
import { Icon } from '@/ui/icon.tsx';
import { LazyPopup } from '@/ui/lazy-popup.tsx';
import type { ShellActions } from './types.ts';
import type { Scope } from './use-scope.ts';

const load = () => import('./scope-popup.tsx');
const ScopePopup = lazy(load);

type ScopeSwitcherProps = { scope: Scope; isAdmin: boolean; actions: ShellActions };

/** project / clusters, each a searchable list; one button for both on the phone. */
export function ScopeSwitcher(props: ScopeSwitcherProps) {
  const { scope } = props;
  return (
    <div className="flex min-w-0 items-center desk:shrink-[20] phone:flex-1">
      <LazyPopup preload={load} trigger={<ScopeButton icon={Folder} kind="Project" text={scope.project} />}>
        {(popup) => <ScopePopup {...popup} {...props} parts="project" />}
      </LazyPopup>
      <span aria-hidden="true" className="px-0.5 text-line3 phone:hidden">
        /
      </span>
      <LazyPopup
        preload={load}
        trigger={<ScopeButton icon={scope.one ? Box : Layers} kind="Clusters" text={scope.clusters} />}
      >
        {(popup) => <ScopePopup {...popup} {...props} parts="clusters" />}
      </LazyPopup>
      <LazyPopup preload={load} trigger={<PhoneScopeButton scope={scope} />}>
        {(popup) => <ScopePopup {...popup} {...props} parts="both" />}
      </LazyPopup>
    </div>
  );
}

const PRESSABLE = 'min-w-0 items-center rounded-control px-2 hover:bg-hover';

type ScopeButtonProps = ComponentProps<'button'> & { icon: LucideIcon; kind: string; text: string };

function ScopeButton({ icon, kind, text, ...rest }: ScopeButtonProps) {
  return (
    <button type="button" {...rest} className={`${PRESSABLE} flex h-[30px] gap-[7px] font-medium phone:hidden`}>
      <Icon icon={icon} className="text-ink3" />
      <span className="sr-only">{kind}: </span>
      <span className="truncate">{text}</span>
      <Icon icon={ChevronDown} size={12} className="text-ink3" />
    </button>
  );
}

function PhoneScopeButton({ scope, ...rest }: ComponentProps<'button'> & { scope: Scope }) {
  return (
    <button type="button" {...rest} className={`${PRESSABLE} hidden h-10 gap-1.5 phone:flex`}>
      <span className="flex min-w-0 flex-col text-left leading-4">
        <span className="sr-only">Scope: </span>
        <span className="truncate text-caption font-medium text-ink3">{scope.project}</span>
        <span className="truncate font-semibold">{scope.clusters}</span>
      </span>
      <Icon icon={ChevronDown} size={14} className="text-ink3" />
    </button>
  );
}
