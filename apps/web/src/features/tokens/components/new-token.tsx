'use client';
import { Button } from '@/ui/button.tsx';
import { CopyButton } from '@/ui/copy-button.tsx';
import { Dialog } from '@/ui/dialog.tsx';

type Props = { value: string; project: string | undefined; open: boolean; onOpenChange: (open: boolean) => void };

/** The token, this once, with commands that work as they are. */
export function NewToken({ value, project, open, onOpenChange }: Props) {
  const base = `${window.location.origin}/api/projects/${project ?? '<project>'}`;
  const commands = [
    `export ORIEL_TOKEN='${value}'`,
    `curl -sS -H "Authorization: Bearer $ORIEL_TOKEN" '${base}/prometheus/api/v1/query?query=up'`,
    `logcli --addr='${base}' --bearer-token="$ORIEL_TOKEN" query '{namespace=~".+"}'`,
  ].join('\n');
  return (
    <Dialog
      title="Your new token"
      about="Copy it now: only its hash is kept, so it cannot be shown again."
      open={open}
      onOpenChange={onOpenChange}
      wide
      footer={
        <>
          <CopyButton text={value}>Copy token</CopyButton>
          <Button variant="primary" onClick={() => onOpenChange(false)}>
            Done
          </Button>
        </>
      }
    >
      <p data-testid="token" className="mono rounded-control bg-sunken px-3 py-2 leading-[18px] wrap-anywhere">
        {value}
      </p>
      <p className="mt-3 mb-1 font-medium">Try it</p>
      <pre className="mono rounded-control bg-sunken px-3 py-2 leading-[18px] whitespace-pre-wrap wrap-anywhere">
        {commands}
      </pre>
    </Dialog>
  );
}
