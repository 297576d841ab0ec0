'use client';
import { clsx } from 'clsx';
import { Layers, LayoutDashboard, Link2 } from 'lucide-react';
import { useParams } from 'next/navigation';
import { dashboardHref, rangeAround } from '@/features/dashboards/dashboard-href.ts';
import { Button, ButtonLink } from '@/ui/button.tsx';
import { CopyButton } from '@/ui/copy-button.tsx';
import type { LogLine } from '../data/log-line.ts';
import { toMilliseconds } from '../data/nanoseconds.ts';
import { detailFields } from '../message/detail-fields.ts';
import { parsedOf } from '../message/parsed-lines.ts';
import { LEVEL_EDGE } from './level-look.ts';
import { PlusMinus } from './plus-minus.tsx';

export interface LineActions {
  readonly showContext: (line: LogLine) => void;
  /** An address that shows this line later too. */
  readonly linkTo: (line: LogLine) => string;
  readonly filterLabel: (label: string, value: string, negated: boolean) => void;
  readonly filterField: (field: DetailFilter, negated: boolean) => void;
}

export type DetailFilter = { name: string; value: string; parser: 'json' | 'logfmt' | undefined };

/** Opens under its row: actions, then labels and fields with + and −, then the line as it was written. */
export function LineDetail({ line, actions }: { line: LogLine; actions: LineActions }) {
  const fields = detailFields(line, parsedOf(line));
  const { project } = useParams<{ project: string }>();
  const { cluster, namespace, pod } = line.stream.labels;
  return (
    <section
      aria-label="Line"
      className={clsx(
        'border-y border-line1 bg-sunken pt-2 pr-3 pb-2.5 pl-[26px] phone:pl-4',
        LEVEL_EDGE[line.stream.level],
      )}
    >
      <div className="mb-1.5 flex flex-wrap items-center gap-1.5">
        <Button size="small" icon={Layers} onClick={() => actions.showContext(line)}>
          Show context
        </Button>
        <CopyButton size="small" variant="ghost" icon={Link2} text={() => actions.linkTo(line)}>
          Copy link
        </CopyButton>
        <CopyButton size="small" variant="ghost" text={line.text}>
          Copy line
        </CopyButton>
        {cluster !== undefined && namespace !== undefined && pod !== undefined && (
          <ButtonLink
            size="small"
            variant="ghost"
            icon={LayoutDashboard}
            href={dashboardHref(project, { cluster, namespace, pod, range: rangeAround(toMilliseconds(line.at)) })}
          >
            Pod dashboard
          </ButtonLink>
        )}
        <span className="ml-auto text-small text-ink3 phone:w-full">Context drops the level and text filters</span>
      </div>
      <dl className="grid grid-cols-[auto_auto_minmax(0,1fr)_auto_auto_minmax(0,1fr)] gap-x-2 phone:grid-cols-[auto_auto_minmax(0,1fr)]">
        {fields.map((field) => (
          <div
            key={`${field.origin} ${field.name}`}
            className="mono col-span-3 grid min-h-6 grid-cols-subgrid items-center border-b border-line1 phone:min-h-8 desk:even:ml-4"
          >
            <dt className="max-w-44 min-w-20 truncate text-ink3" title={field.name}>
              {field.name}
            </dt>
            <dd className="flex">
              <PlusMinus
                name={field.name}
                value={field.value}
                onPress={(negated) =>
                  field.origin === 'label'
                    ? actions.filterLabel(field.name, field.value, negated)
                    : actions.filterField(field, negated)
                }
              />
            </dd>
            <dd className="max-h-40 overflow-y-auto py-0.5 pl-1.5 wrap-anywhere whitespace-pre-wrap">{field.value}</dd>
          </div>
        ))}
      </dl>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long line scrolls, and what scrolls must be reachable.
        tabIndex={0}
        className="mono mt-2 max-h-80 overflow-auto scroll-thin leading-[18px] wrap-anywhere whitespace-pre-wrap text-ink2"
      >
        {line.text}
      </pre>
    </section>
  );
}
