'use client';
import { type ComponentProps, lazy, Suspense } from 'react';
import type * as Loaded from './account-tokens.tsx';

// Forms bring zod along, which has no place in a page's first load.
const Project = lazy(async () => ({ default: (await import('./account-tokens.tsx')).ProjectAccountTokens }));
const Platform = lazy(async () => ({ default: (await import('./account-tokens.tsx')).PlatformAccountTokens }));

export function ProjectAccountTokens(props: ComponentProps<typeof Loaded.ProjectAccountTokens>) {
  return (
    <Suspense>
      <Project {...props} />
    </Suspense>
  );
}

export function PlatformAccountTokens(props: ComponentProps<typeof Loaded.PlatformAccountTokens>) {
  return (
    <Suspense>
      <Platform {...props} />
    </Suspense>
  );
}
