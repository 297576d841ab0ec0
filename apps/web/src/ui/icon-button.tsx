import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-class.ts';
import { Icon, type IconSize } from './icon.tsx';

type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  icon: LucideIcon;
  label: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
  iconSize?: IconSize;
};

/** A button with an icon only; its label is read out and shown as the native title. */
export function IconButton({
  icon,
  label,
  variant = 'ghost',
  size,
  iconSize = 14,
  className = '',
  ...rest
}: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={`${buttonClass(variant, size, true)} ${className}`}
    >
      <Icon icon={icon} size={iconSize} />
    </button>
  );
}
