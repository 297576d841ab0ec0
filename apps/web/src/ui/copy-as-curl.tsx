'use client';
import { Terminal } from 'lucide-react';
import type { ButtonSize } from './button-class.ts';
import { CopyButton } from './copy-button.tsx';
import { type ApiRequest, toCurl } from './to-curl.ts';

type CopyAsCurlProps = { request: ApiRequest | (() => ApiRequest); size?: ButtonSize };

/** Every mutation offers the same request for a shell. */
export function CopyAsCurl({ request, size }: CopyAsCurlProps) {
  const text = () => toCurl(typeof request === 'function' ? request() : request, window.location.origin);
  return (
    <CopyButton variant="ghost" size={size} icon={Terminal} text={text}>
      Copy as curl
    </CopyButton>
  );
}
