import { ProjectHome } from '@/features/projects/components/project-home.tsx';
import { loadProject } from '@/features/projects/server/load-project.ts';

type Props = { params: Promise<{ project: string }> };

export async function generateMetadata({ params }: Props) {
  return { title: (await loadProject((await params).project)).name };
}

export default async function Page({ params }: Props) {
  return <ProjectHome project={await loadProject((await params).project)} />;
}
