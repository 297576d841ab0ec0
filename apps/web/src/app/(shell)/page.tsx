import { redirect } from 'next/navigation';
import { serverCaller } from '@/server/caller.ts';

/** Everybody starts where their answer is: administrators at the fleet, members at their project. */
export default async function Page() {
  const me = await (await serverCaller()).session.me();
  const [project] = me.projects;
  redirect(me.isPlatformAdmin || project === undefined ? '/fleet' : `/p/${project.slug}`);
}
