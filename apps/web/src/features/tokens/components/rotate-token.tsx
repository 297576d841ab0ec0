'use client';
import { useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { Dialog } from '@/ui/dialog.tsx';
import { failureOf } from '@/ui/failure.ts';
import { Field } from '@/ui/field.tsx';
import { Select } from '@/ui/select.tsx';
import type { CreatedToken, TokenRow } from '../output.ts';
import { NewToken } from './new-token.tsx';

type RotateTokenProps = {
  token: TokenRow;
  onRotate: (overlapDays: number) => Promise<CreatedToken>;
  onClose: () => void;
};

const OVERLAPS = [0, 1, 3, 7].map((days) => ({
  value: String(days),
  label: days === 0 ? 'None: it ends now' : days === 1 ? '1 day' : `${days} days`,
}));

/** A new token with the same properties, while the old one still works for as long as programs need to change over. */
export default function RotateToken({ token, onRotate, onClose }: RotateTokenProps) {
  const [overlap, setOverlap] = useState('1');
  const [error, setError] = useState<string>();
  const [pending, setPending] = useState(false);
  const [created, setCreated] = useState<CreatedToken | null>(null);
  if (created !== null) {
    return <NewToken value={created.value} project={token.project?.slug} open onOpenChange={onClose} />;
  }
  const rotate = async () => {
    setPending(true);
    await onRotate(Number(overlap))
      .then(setCreated)
      .catch((cause) => setError(failureOf(cause)?.message ?? 'The token could not be rotated.'));
    setPending(false);
  };
  return (
    <Dialog
      title={`Rotate ${token.name}`}
      about="Makes a new token with the same properties, shown once. Put it where the old one is used."
      open
      onOpenChange={(open) => !open && onClose()}
      footer={
        <Button variant="primary" pending={pending} onClick={() => void rotate()}>
          Rotate
        </Button>
      }
    >
      <Field label="The old one works for" {...(error === undefined ? {} : { error })}>
        {(control) => (
          <Select {...control} label="The old one works for" options={OVERLAPS} value={overlap} onChange={setOverlap} />
        )}
      </Field>
    </Dialog>
  );
}
