import type { ComponentProps } from 'react';
import { CONTROL } from './control-class.ts';

type TextareaProps = ComponentProps<'textarea'> & { mono?: boolean };

export function Textarea({ mono = false, rows = 4, className = '', ...rest }: TextareaProps) {
  const face = mono ? 'mono leading-5' : '';
  return <textarea rows={rows} {...rest} className={`${CONTROL} w-full min-w-0 px-2 py-1 ${face} ${className}`} />;
}
