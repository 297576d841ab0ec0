import type { LucideIcon } from 'lucide-react';

export type IconSize = 12 | 14 | 16 | 20;

const STROKE: Record<IconSize, number> = { 12: 2.25, 14: 2, 16: 1.75, 20: 1.75 };

type IconProps = { icon: LucideIcon; size?: IconSize; className?: string };

/** A lucide icon at the sizes and strokes of the visual language. Decorative: a word always stands beside it. */
export function Icon({ icon: Glyph, size = 16, className = '' }: IconProps) {
  return <Glyph size={size} strokeWidth={STROKE[size]} className={`shrink-0 ${className}`} aria-hidden="true" />;
}
