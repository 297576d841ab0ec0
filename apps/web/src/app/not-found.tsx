import { buttonClass } from '@/ui/button-class.ts';
import { Mark } from '@/ui/mark.tsx';

/** Every page carries this one along, so it brings no code of its own: a plain link. */
export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center p-4">
      <div className="flex max-w-[420px] flex-col items-start gap-2">
        <Mark />
        <h1 className="text-title font-semibold">There is nothing at this address</h1>
        <p className="text-ink2">The page was moved or deleted, or it belongs to a project you are not a member of.</p>
        <a href="/" className={buttonClass('primary')}>
          Go to the start
        </a>
      </div>
    </main>
  );
}
