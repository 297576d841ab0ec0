import Link from 'next/link';

const LIST =
  'flex shrink-0 gap-[18px] overflow-x-auto border-b border-line2 px-5 [scrollbar-width:none] phone:gap-5 phone:px-4';
const TAB =
  '-mb-px flex h-8 shrink-0 items-center gap-1 border-b-2 border-transparent font-medium whitespace-nowrap text-ink2 hover:text-ink1 aria-[current=page]:border-accent aria-[current=page]:text-ink1 phone:h-10';

export type TabLink = { href: string; label: string; count?: string };

/** Tabs that are routes of their own. */
export function TabLinks({ label, links, current }: { label: string; links: readonly TabLink[]; current: string }) {
  return (
    <nav aria-label={label} className={LIST}>
      {links.map((link) => (
        <Link
          key={link.href}
          href={link.href}
          aria-current={link.href === current ? 'page' : undefined}
          className={TAB}
        >
          {link.label}
          {link.count !== undefined && <span className="text-ink3">{link.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
