'use client';
import { Check, Copy, type LucideIcon } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { Button } from './button.tsx';
import type { ButtonSize, ButtonVariant } from './button-class.ts';

type CopyButtonProps = {
  /** The text, or a function that makes it when the button is pressed. */
  text: string | (() => string);
  children: ReactNode;
  icon?: LucideIcon;
  variant?: ButtonVariant;
  size?: ButtonSize;
};

type Outcome = 'idle' | 'copied' | 'failed';

/** Copies and says so in place; where the clipboard is refused (plain http) it says that. */
export function CopyButton({ text, children, icon = Copy, variant = 'secondary', size }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<Outcome>('idle');
  useEffect(() => {
    if (outcome === 'idle') return;
    const timer = setTimeout(() => setOutcome('idle'), 2000);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(typeof text === 'string' ? text : text());
      setOutcome('copied');
    } catch {
      setOutcome('failed');
    }
  }

  return (
    <Button variant={variant} size={size} icon={outcome === 'copied' ? Check : icon} onClick={copy}>
      <span aria-live="polite">
        {outcome === 'copied' ? 'Copied' : outcome === 'failed' ? 'Clipboard refused' : children}
      </span>
    </Button>
  );
}
