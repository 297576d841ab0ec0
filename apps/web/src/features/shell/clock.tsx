'use client';
import { useEffect, useState } from 'react';
import { formatClock, formatZone } from '@/ui/format/time.ts';
import { useZone } from '@/ui/time/zone.tsx';

/** The browser's clock in the chosen zone; empty until it runs in a browser. */
export function Clock() {
  const { zone } = useZone();
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <time className="inline-block min-w-[13ch]">
      {now === null ? '' : `${formatClock(now, zone)} ${formatZone(zone)}`}
    </time>
  );
}
