'use client';
import { clsx } from 'clsx';
import Link from 'next/link';
import { Icon } from '@/ui/icon.tsx';
import { STATUS, TONE_TEXT } from '@/ui/status.ts';
import { Clock } from './clock.tsx';
import type { SillFact, SillState } from './types.ts';

const CELL = 'flex min-w-0 items-center gap-1.5 border-l border-line2 px-3 first:border-l-0 first:pl-1';

/** The truth about the platform, the same on every page. */
export function Sill({ facts, version }: SillState) {
  return (
    <footer className="tnum flex min-w-0 items-center overflow-hidden pr-3 text-small whitespace-nowrap text-ink2 phone:hidden">
      <div role="status" aria-label="Platform state" className="flex min-w-0 items-center">
        {facts.map((fact) => (
          <Fact key={fact.text} fact={fact} className={CELL} />
        ))}
      </div>
      <span className="flex-1" />
      <span className={`${CELL} shrink-0`}>Control plane {version}</span>
      <span className={`${CELL} shrink-0`}>
        <Clock />
      </span>
    </footer>
  );
}

/** On the phone one line above the tabs, with the weightiest fact. */
export function PhoneSill({ facts }: SillState) {
  const worst = facts[0];
  return (
    <div
      role="status"
      className="hidden h-[30px] items-center border-b border-line1 px-4 text-small text-ink2 phone:flex"
    >
      {worst && <Fact fact={worst} className="flex min-w-0 items-center gap-2" />}
    </div>
  );
}

function Fact({ fact, className }: { fact: SillFact; className: string }) {
  const { icon, tone } = STATUS[fact.status];
  const quiet = tone === 'ok' || tone === 'muted' || tone === 'accent';
  const content = (
    <>
      <Icon icon={icon} size={14} className={clsx(TONE_TEXT[tone], fact.status === 'running' && 'spin')} />
      <span className="truncate">{fact.text}</span>
    </>
  );
  const look = clsx(className, !quiet && TONE_TEXT[tone]);
  return fact.href === undefined ? (
    <span className={look}>{content}</span>
  ) : (
    <Link href={fact.href} className={clsx(look, 'h-6 hover:underline')}>
      {content}
    </Link>
  );
}
