import { ButtonLink } from '@/ui/button.tsx';
import { Mark } from '@/ui/mark.tsx';

/** A link that was used, has expired or never was. */
export function WelcomeRefused({ message }: { message: string }) {
  return (
    <main className="grid min-h-dvh place-items-center p-4">
      <div className="flex max-w-[420px] flex-col items-start gap-2">
        <Mark />
        <h1 className="text-title font-semibold">This link cannot be used</h1>
        <p className="text-ink2">{message}</p>
        <ButtonLink variant="primary" href="/sign-in">
          Go to the sign-in
        </ButtonLink>
      </div>
    </main>
  );
}
