import { Button } from '@/ui/button.tsx';
import { CopyButton } from '@/ui/copy-button.tsx';
import { Dialog } from '@/ui/dialog.tsx';

type OneTimeLinkProps = {
  title: string;
  /** For how long it works: "7 days". */
  validFor: string;
  link: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** A one-time link, shown this once. */
export default function OneTimeLink({ title, validFor, link, open, onOpenChange }: OneTimeLinkProps) {
  return (
    <Dialog
      title={title}
      about={`Send this link to them yourself. It sets their password, works once and for ${validFor}, and is not shown again.`}
      open={open}
      onOpenChange={onOpenChange}
      footer={
        <>
          <CopyButton text={link}>Copy link</CopyButton>
          <Button variant="primary" onClick={() => onOpenChange(false)}>
            Done
          </Button>
        </>
      }
    >
      <p data-testid="welcome-link" className="mono rounded-control bg-sunken px-3 py-2 leading-[18px] wrap-anywhere">
        {link}
      </p>
    </Dialog>
  );
}
