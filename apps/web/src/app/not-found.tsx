import { ButtonLink } from '@/ui/button.tsx';
import { Mark } from '@/ui/mark.tsx';

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center p-4">
      <div className="flex max-w-[420px] flex-col items-start gap-2">
        <Mark />
        <h1 className="text-title font-semibold">There is nothing at this address</h1>
        <p className="text-ink2">The page was moved or deleted, or it belongs to a project you are not a member of.</p>
        <ButtonLink variant="primary" href="/">
          Go to the start
        </ButtonLink>
      </div>
    </main>
  );
}
