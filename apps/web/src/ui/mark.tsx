/** Three panes of a bay window. */
export function Mark({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" className="shrink-0 fill-accent">
      <path d="M.8 5.6 5.4 3v14L.8 14.4z" opacity=".5" />
      <path d="M7 2.6h6v14.8H7z" />
      <path d="M19.2 5.6 14.6 3v14l4.6-2.6z" opacity=".5" />
    </svg>
  );
}
