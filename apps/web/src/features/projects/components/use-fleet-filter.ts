import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { fleetFilters } from '@/features/fleet/choices.ts';

/** The chosen count of the strip, in the URL. */
export function useFleetFilter() {
  return useQueryState('filter', parseAsStringLiteral(fleetFilters).withDefault('all'));
}
