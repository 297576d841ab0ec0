import { LoaderCircle, type LucideIcon } from 'lucide-react';
import Link from 'next/link';
import type { ComponentProps } from 'react';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-class.ts';
import { Icon } from './icon.tsx';

type Look = { variant?: ButtonVariant; size?: ButtonSize; icon?: LucideIcon };
type ButtonProps = ComponentProps<'button'> & Look & { pending?: boolean };

/** One primary per pane; secondary is the default; destructive asks first when it deletes. */
export function Button({ variant, size, icon, pending = false, className = '', children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
      {...rest}
      onClick={pending ? undefined : rest.onClick}
      className={`${buttonClass(variant, size)} ${className}`}
    >
      {pending ? <Icon icon={LoaderCircle} size={14} className="spin" /> : icon && <Icon icon={icon} size={14} />}
      {children}
    </button>
  );
}

type ButtonLinkProps = ComponentProps<typeof Link> & Look;

/** A link that looks like a button; use it for going somewhere, Button for doing something. */
export function ButtonLink({ variant, size, icon, className = '', children, ...rest }: ButtonLinkProps) {
  return (
    <Link {...rest} className={`${buttonClass(variant, size)} ${className}`}>
      {icon && <Icon icon={icon} size={14} />}
      {children}
    </Link>
  );
}
