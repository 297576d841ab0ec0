'use client';
import { useCallback, useState } from 'react';
import type { LazyPopupProps } from '@/ui/lazy-popup.tsx';
import PopoverPopup from '@/ui/overlay/popover-popup.tsx';
import SheetPopup from '@/ui/overlay/sheet-popup.tsx';
import { Segmented } from '@/ui/segmented.tsx';
import { ScopeList } from './scope-list.tsx';
import type { ScopeItem, ShellActions } from './types.ts';
import type { Scope } from './use-scope.ts';
import { useScopeMoves } from './use-scope-moves.ts';

type Part = 'project' | 'clusters';
type ScopePopupProps = LazyPopupProps & {
  scope: Scope;
  isAdmin: boolean;
  actions: ShellActions;
  parts: Part | 'both';
};

export default function ScopePopup({ trigger, defaultOpen, parts, ...rest }: ScopePopupProps) {
  const [open, setOpen] = useState(defaultOpen);
  const [part, setPart] = useState<Part>('clusters');
  const close = () => setOpen(false);
  if (parts !== 'both') {
    return (
      <PopoverPopup
        label={parts === 'project' ? 'Choose a project' : 'Choose clusters'}
        trigger={trigger}
        open={open}
        onOpenChange={setOpen}
        className="w-80"
      >
        <PartList {...rest} part={parts} onDone={close} />
      </PopoverPopup>
    );
  }
  return (
    <SheetPopup title="Scope" trigger={trigger} open={open} onOpenChange={setOpen}>
      <div className="p-3">
        <Segmented
          label="Choose by"
          value={part}
          onChange={setPart}
          segments={[
            { value: 'project', label: 'Project' },
            { value: 'clusters', label: 'Clusters' },
          ]}
        />
      </div>
      <PartList {...rest} key={part} part={part} onDone={close} />
    </SheetPopup>
  );
}

type PartListProps = { scope: Scope; isAdmin: boolean; actions: ShellActions; part: Part; onDone: () => void };

function PartList({ scope, isAdmin, actions, part, onDone }: PartListProps) {
  const moves = useScopeMoves(scope.slug);
  const searchClusters = useCallback(
    (query: string, signal: AbortSignal) => actions.searchClusters(query, scope.slug, signal),
    [actions, scope.slug],
  );
  const then =
    <Arguments extends unknown[]>(move: (...args: Arguments) => void) =>
    (...args: Arguments) => {
      move(...args);
      onDone();
    };
  if (part === 'project') {
    const all = isAdmin ? { label: 'All projects', onSelect: then(moves.toFleet) } : undefined;
    return (
      <ScopeList
        label="Projects"
        search={actions.searchProjects}
        all={all}
        onSelect={then<[ScopeItem]>(moves.toProject)}
      />
    );
  }
  return (
    <ScopeList
      label="Clusters"
      search={searchClusters}
      all={{ label: 'All clusters', onSelect: then(moves.toAllClusters) }}
      onSelect={then<[ScopeItem]>(moves.toCluster)}
    />
  );
}
