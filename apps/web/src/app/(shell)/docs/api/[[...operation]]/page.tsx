import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { env } from '@/env.ts';
import { Introduction } from '@/features/api-reference/components/introduction.tsx';
import { ReferencePage } from '@/features/api-reference/components/reference-page.tsx';
import {
  operationGroups,
  operationView,
  problemExample,
  problemList,
} from '@/features/api-reference/server/reference.ts';
import { toCurl } from '@/ui/to-curl.ts';

export const metadata: Metadata = { title: 'API reference' };

export default async function Page({ params }: { params: Promise<{ operation?: string[] }> }) {
  const [id, ...rest] = (await params).operation ?? [];
  const { ORIEL_PUBLIC_ORIGIN: origin } = env();
  const operation = id === undefined ? undefined : operationView(id, origin);
  if (rest.length > 0 || (id !== undefined && operation === undefined)) notFound();
  const curl = toCurl({ method: 'GET', path: '/api/v1/me' }, origin);
  const introduction = <Introduction problems={problemList()} example={problemExample()} curl={curl} />;
  return <ReferencePage groups={operationGroups()} operation={operation} introduction={introduction} />;
}
