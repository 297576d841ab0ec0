'use client';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { writeCookie } from '@/ui/cookie.ts';
import { ZONE_COOKIE } from './zone-preference.ts';

type ZoneValue = { zone: string; setZone: (zone: string) => void };

const ZoneContext = createContext<ZoneValue>({ zone: 'UTC', setZone: () => {} });

/** Times are shown in one zone everywhere: UTC, or the browser's own, kept by name so the server agrees. */
export function ZoneProvider({ initial, children }: { initial: string; children: ReactNode }) {
  const [zone, set] = useState(initial);
  const value = useMemo(
    () => ({
      zone,
      setZone: (next: string) => {
        writeCookie(ZONE_COOKIE, next);
        set(next);
      },
    }),
    [zone],
  );
  return <ZoneContext value={value}>{children}</ZoneContext>;
}

export function useZone(): ZoneValue {
  return useContext(ZoneContext);
}
