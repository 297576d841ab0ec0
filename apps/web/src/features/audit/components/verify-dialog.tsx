'use client';
import { useQuery } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useTRPC } from '@/trpc.tsx';
import { Button } from '@/ui/button.tsx';
import { CopyAsCurl } from '@/ui/copy-as-curl.tsx';
import { CopyButton } from '@/ui/copy-button.tsx';
import { Dialog } from '@/ui/dialog.tsx';
import { failureOf } from '@/ui/failure.ts';
import { Field } from '@/ui/field.tsx';
import { formatCount, formatPlural } from '@/ui/format/count.ts';
import { Input } from '@/ui/input.tsx';
import { StatusValue } from '@/ui/status-value.tsx';
import type { AuditVerification } from '../output.ts';

type VerifyDialogProps = { open: boolean; onOpenChange: (open: boolean) => void };

/** Checks the chain of the trail, and hands out the anchor that shows later whether its end was cut off. */
export default function VerifyDialog({ open, onOpenChange }: VerifyDialogProps) {
  const trpc = useTRPC();
  const [anchor, setAnchor] = useState('');
  const given = anchor.trim();
  const input = given === '' ? {} : { anchor: given };
  const check = useQuery(trpc.audit.verify.queryOptions(input, { enabled: false, retry: false, staleTime: 0 }));
  const failure = failureOf(check.error)?.message;
  return (
    <Dialog
      title="Verify the audit log"
      about="Each entry is linked to the hash of all before it. A whole chain shows that nothing was changed, removed or slipped in; an anchor kept elsewhere shows that the end is still there, too."
      open={open}
      onOpenChange={onOpenChange}
      wide
      footer={
        <>
          <CopyAsCurl request={{ method: 'GET', path: '/api/v1/audit/verification' }} />
          <Button variant="primary" icon={ShieldCheck} onClick={() => check.refetch()} pending={check.isFetching}>
            Verify
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Field
          label="Anchor of an earlier check"
          hint="Optional. Everything up to it must still be there, unchanged."
          {...(failure === undefined ? {} : { error: failure })}
        >
          {(control) => (
            <Input
              {...control}
              mono
              autoComplete="off"
              spellCheck={false}
              placeholder="1204:9f2c…"
              value={anchor}
              onChange={(event) => setAnchor(event.target.value)}
            />
          )}
        </Field>
        {check.data && failure === undefined && <Verification result={check.data} />}
      </div>
    </Dialog>
  );
}

function Verification({ result: { entries, complete, head, problems } }: { result: AuditVerification }) {
  return (
    <div role="status" className="flex flex-col gap-2 rounded-control border border-line1 bg-sunken px-3 py-2.5">
      {problems.length === 0 ? (
        <StatusValue status="ok">{`The audit log is whole: ${formatPlural(entries, 'entry', 'entries')}`}</StatusValue>
      ) : (
        <StatusValue status="error">
          {`The audit log is not whole: ${formatPlural(problems.length, 'problem')} in ${formatPlural(entries, 'entry', 'entries')}`}
        </StatusValue>
      )}
      {problems.length > 0 && (
        <ul className="list-disc pl-5 text-ink2">
          {problems.map(({ message }) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
      {!complete && (
        <p className="text-small text-ink2">
          {`The first ${formatCount(entries)} entries were read. The command `}
          <code className="mono">npm run oriel -- scripts/audit.ts verify</code> reads them all.
        </p>
      )}
      {head !== null && (
        <div className="flex flex-wrap items-center gap-2">
          <code className="mono min-w-0 flex-1 basis-60 leading-[18px] wrap-anywhere">{head}</code>
          <CopyButton size="small" text={head}>
            Copy anchor
          </CopyButton>
        </div>
      )}
    </div>
  );
}
