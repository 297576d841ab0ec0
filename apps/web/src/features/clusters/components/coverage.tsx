import { CircleAlert, CircleDashed } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatCount } from '@/ui/format/count.ts';
import { Icon } from '@/ui/icon.tsx';
import { Pane } from '@/ui/pane.tsx';

export type MissingContainer = {
  id: string;
  /** "checkout/webhook-6c9d4-x7k2p · envoy" */
  name: string;
  /** `silent` has stopped or never will write; `new` has had no time yet. */
  state: 'silent' | 'new';
  reason: ReactNode;
  /** One or two small buttons. */
  actions: ReactNode;
};

type CoverageProps = {
  found: number;
  expected: number;
  /** "checked 9 s ago" */
  checked: string;
  missing: readonly MissingContainer[];
};

/** Running containers against received streams, then every missing one by name, reason and action. */
export function Coverage({ found, expected, checked, missing }: CoverageProps) {
  return (
    <Pane title="Log coverage" aside={checked}>
      <div className="flex flex-wrap items-center gap-x-3">
        <span className="tnum text-number font-semibold">
          {formatCount(found)}
          <span className="text-ink3"> / {formatCount(expected)}</span>
        </span>
        <span className="text-small whitespace-nowrap text-ink2">
          running containers
          <br />
          have a stream
        </span>
      </div>
      <CoverageBar found={found} expected={expected} />
      {missing.length > 0 && (
        <ul>
          {missing.map((container) => (
            <MissingItem key={container.id} container={container} />
          ))}
        </ul>
      )}
    </Pane>
  );
}

/** Two parts; what is missing is never thinner than 10 px. */
function CoverageBar({ found, expected }: { found: number; expected: number }) {
  const missing = Math.max(0, expected - found);
  if (expected === 0) return <div aria-hidden="true" className="h-1 rounded-[2px] bg-line2" />;
  return (
    <div aria-hidden="true" className="flex h-1 gap-0.5 overflow-hidden rounded-[2px]">
      <span className="bg-ok" style={{ flexGrow: found }} />
      {missing > 0 && <span className="min-w-2.5 bg-warn" style={{ flexGrow: missing }} />}
    </div>
  );
}

function MissingItem({ container }: { container: MissingContainer }) {
  const silent = container.state === 'silent';
  return (
    <li className="flex flex-col gap-[3px] border-b border-line1 pt-1.5 pb-2 last:border-b-0 last:pb-0">
      <div className="flex min-w-0 items-center gap-1.5">
        <Icon icon={silent ? CircleAlert : CircleDashed} size={14} className={silent ? 'text-warn' : 'text-ink3'} />
        <span className="mono truncate" title={container.name}>
          {container.name}
        </span>
      </div>
      <p className="pl-5 text-small text-ink2">{container.reason}</p>
      <div className="flex flex-wrap gap-1.5 pt-0.5 pl-5">{container.actions}</div>
    </li>
  );
}
