import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { Fragment, type ReactNode } from 'react';
import { Icon } from './icon.tsx';

type Crumb = { label: string; href?: string };

type PageHeaderProps = {
  title: string;
  /** A few words beside the title; hidden on the phone. */
  about?: string;
  crumbs?: readonly Crumb[];
  badges?: ReactNode;
  /** Buttons at the right; the primary one last. */
  actions?: ReactNode;
};

/** The only `h1` of a page. */
export function PageHeader({ title, about, crumbs, badges, actions }: PageHeaderProps) {
  return (
    <header className="flex min-h-14 shrink-0 flex-wrap items-center gap-x-2.5 gap-y-1 py-2 pr-3 pl-5 phone:pl-4">
      <div className="flex min-w-[min(100%,18rem)] flex-1 flex-col phone:min-w-0 phone:flex-auto">
        {crumbs !== undefined && <Crumbs crumbs={crumbs} />}
        <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
          <h1 className="mr-0.5 min-w-0 text-title font-semibold wrap-anywhere phone:w-full phone:only:w-auto">
            {title}
          </h1>
          {badges}
          {about !== undefined && <span className="text-ink3 phone:hidden">{about}</span>}
        </div>
      </div>
      {actions !== undefined && <div className="flex max-w-full min-w-0 flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}

function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumb" className="-mt-1 -mb-[3px] flex flex-wrap items-center gap-x-1.5 text-small text-ink3">
      {crumbs.map((crumb, index) => (
        <Fragment key={crumb.label}>
          {index > 0 && <Icon icon={ChevronRight} size={12} />}
          {crumb.href === undefined ? (
            <span className="min-w-0 py-1 wrap-anywhere">{crumb.label}</span>
          ) : (
            <Link href={crumb.href} className="min-w-0 py-1 wrap-anywhere hover:text-ink1 hover:underline">
              {crumb.label}
            </Link>
          )}
        </Fragment>
      ))}
    </nav>
  );
}
