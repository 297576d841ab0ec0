/** The raised surface of every popover, menu and listbox, with a 120 ms fade. */
export const POPUP =
  'raised z-50 max-h-[min(var(--available-height),480px)] overflow-y-auto scroll-thin rounded-control outline-none transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0';

export const POPUP_ITEM =
  'flex min-h-7 cursor-default items-center gap-2 rounded-badge px-2 py-1 outline-none select-none data-disabled:opacity-55 data-highlighted:bg-selected phone:min-h-10 [&>svg]:text-ink3';
