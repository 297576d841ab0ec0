import 'server-only';
import { TRPCError } from '@trpc/server';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { serverCaller } from '@/server/caller.ts';
import type { ProjectDetail } from '../output.ts';

/** The project of a page, once per request; the not-found page where there is none or it may not be seen. */
export const loadProject = cache(async (slug: string): Promise<ProjectDetail> => {
  try {
    return await (await serverCaller()).projects.get({ project: slug });
  } catch (error) {
    if (error instanceof TRPCError && (error.code === 'NOT_FOUND' || error.code === 'BAD_REQUEST')) notFound();
    throw error;
  }
});
