import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { Frame } from '@/features/frame/components/frame.tsx';
import { PROJECT_COOKIE } from '@/features/shell/project-cookie.ts';
import { serverCaller } from '@/server/caller.ts';
import { requireUser } from '@/server/require-user.ts';
import { TrpcProvider } from '@/trpc.tsx';

export default async function ShellLayout({ children }: { children: ReactNode }) {
  await requireUser();
  const me = await (await serverCaller()).session.me();
  const lastProject = (await cookies()).get(PROJECT_COOKIE)?.value;
  return (
    <TrpcProvider>
      <Frame
        user={me.user}
        isAdmin={me.isPlatformAdmin}
        projects={me.projects}
        lastProject={lastProject}
        version={me.version}
      >
        {children}
      </Frame>
    </TrpcProvider>
  );
}
