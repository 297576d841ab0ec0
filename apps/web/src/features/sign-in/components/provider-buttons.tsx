'use client';
import { LogIn } from 'lucide-react';
import { Button } from '@/ui/button.tsx';

export type ProviderChoice = { id: string; name: string };

type ProviderButtonsProps = {
  providers: readonly ProviderChoice[];
  onChoose: (provider: ProviderChoice) => void;
  /** The one that was chosen, while the way there is looked up. */
  pending: string | undefined;
};

/** Ways to sign in without a password of Oriel's own. */
export function ProviderButtons({ providers, onChoose, pending }: ProviderButtonsProps) {
  return (
    <section aria-label="Other ways to sign in" className="flex flex-col gap-2 border-t border-line1 px-5 pt-4 pb-5">
      {providers.map((provider) => (
        <Button
          key={provider.id}
          icon={LogIn}
          pending={pending === provider.id}
          onClick={() => pending === undefined && onChoose(provider)}
        >
          <span className="truncate">Sign in with {provider.name}</span>
        </Button>
      ))}
    </section>
  );
}
