import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { OperationPage } from '@/features/operations/components/operation-page.tsx';
import { operationId as operationIdInput } from '@/features/operations/input.ts';

type Props = { params: Promise<{ operationId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Operation ${(await params).operationId}` };
}

export default async function Page({ params }: Props) {
  const parsed = operationIdInput.safeParse((await params).operationId);
  if (!parsed.success) notFound();
  return <OperationPage operationId={parsed.data} />;
}
