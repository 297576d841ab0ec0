'use client';
import { type ReactNode, useState } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Field } from './field.tsx';
import { Input } from './input.tsx';

type ConfirmDeleteProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** "Delete cluster" */
  action: string;
  /** What must be typed. */
  name: string;
  /** What stops, and what is kept until when. */
  children: ReactNode;
  onConfirm: () => void;
  pending?: boolean;
  error?: string;
};

/** Deleting asks for the name; nothing else does. */
export function ConfirmDelete(props: ConfirmDeleteProps) {
  const { open, onOpenChange, action, name, children, onConfirm, pending = false, error } = props;
  const [typed, setTyped] = useState('');
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setTyped('');
        onOpenChange(next);
      }}
      title={`${action} ${name}`}
      about={children}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button variant="destructive" disabled={typed !== name} pending={pending} onClick={onConfirm}>
            {action}
          </Button>
        </>
      }
    >
      <Field label={`Type ${name} to confirm`} error={error}>
        {(control) => (
          <Input {...control} value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" />
        )}
      </Field>
    </Dialog>
  );
}
