'use client';
import { type PointerEvent, useState } from 'react';

type Drag = { from: number; to: number };

/** Follows a pointer over a plot; shares run from 0 at its left edge to 1 at its right. */
export function useDragRange(onSelect: ((from: number, to: number) => void) | undefined) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const [hover, setHover] = useState<number | null>(null);

  const share = (event: PointerEvent<Element>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
  };

  return {
    drag: drag === null ? null : { from: Math.min(drag.from, drag.to), to: Math.max(drag.from, drag.to) },
    hover,
    handlers: {
      onPointerDown(event: PointerEvent<Element>) {
        if (onSelect === undefined || event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag({ from: share(event), to: share(event) });
      },
      onPointerMove(event: PointerEvent<Element>) {
        const at = share(event);
        setHover(at);
        setDrag((before) => before && { ...before, to: at });
      },
      onPointerUp() {
        if (drag !== null) onSelect?.(Math.min(drag.from, drag.to), Math.max(drag.from, drag.to));
        setDrag(null);
      },
      onPointerCancel: () => setDrag(null),
      onPointerLeave: () => setHover(null),
    },
  };
}
