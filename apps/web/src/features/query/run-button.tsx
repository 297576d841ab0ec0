'use client';
import { clsx } from 'clsx';
import { LoaderCircle, Play } from 'lucide-react';
import { Button } from '@/ui/button.tsx';
import { Icon } from '@/ui/icon.tsx';

type RunButtonProps = { running: boolean; onRun: () => void };

/** Stays pressable while a run is under way: a press begins it anew with the present text and time. */
export function RunButton({ running, onRun }: RunButtonProps) {
  return (
    <Button variant="primary" onClick={onRun} aria-keyshortcuts="Control+Enter">
      <Icon icon={running ? LoaderCircle : Play} size={14} className={clsx(running && 'spin')} />
      Run
      <span aria-hidden="true" className="ml-0.5 text-caption font-medium opacity-80 phone:hidden">
        Ctrl ↵
      </span>
    </Button>
  );
}
