import { FileJson } from 'lucide-react';
import type { ReactNode } from 'react';
import { Badge } from '@/ui/badge.tsx';
import { ButtonLink } from '@/ui/button.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import type { OperationGroup, OperationView } from '../types.ts';
import { OperationDetail } from './operation-detail.tsx';
import { OperationList } from './operation-list.tsx';

type ReferencePageProps = {
  groups: readonly OperationGroup[];
  operation: OperationView | undefined;
  introduction: ReactNode;
};

/** The list beside one operation; on the phone, one after the other. */
export function ReferencePage({ groups, operation, introduction }: ReferencePageProps) {
  const crumbs = operation && [{ label: 'API reference', href: '/docs/api' }, { label: operation.tag }];
  return (
    <>
      <PageHeader
        title={operation?.summary ?? 'API reference'}
        crumbs={crumbs}
        badges={<Badge>OpenAPI 3.1</Badge>}
        actions={
          <ButtonLink icon={FileJson} href="/api/v1/openapi.json" prefetch={false}>
            openapi.json
          </ButtonLink>
        }
      />
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(240px,340px)_minmax(0,1fr)] border-t border-line2 phone:block phone:overflow-y-auto">
        <div className={`flex min-h-0 flex-col ${operation ? 'phone:hidden' : ''}`}>
          <OperationList groups={groups} current={operation?.id} />
        </div>
        <div className="scroll-thin min-h-0 overflow-y-auto phone:overflow-visible phone:border-t phone:border-line2">
          {operation ? <OperationDetail operation={operation} /> : introduction}
        </div>
      </div>
    </>
  );
}
