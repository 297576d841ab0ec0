import type { Origin } from '@oriel/domain/policy/levels';
import { Box, CircleDashed, Database, Folder, Layers, Lock, type LucideIcon } from 'lucide-react';
import { Badge } from '@/ui/badge.tsx';
import { originLabel } from '../words.ts';

const icons: Readonly<Record<Origin['level'], LucideIcon>> = {
  platform: Layers,
  seed: Database,
  project: Folder,
  cluster: Box,
  'built-in': CircleDashed,
};

/** Where a value comes from; a lock where nobody below may change it. */
export function OriginBadge({ origin }: { origin: Origin }) {
  return <Badge icon={origin.mode === 'enforced' ? Lock : icons[origin.level]}>{originLabel(origin)}</Badge>;
}
