'use client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';

/**
 * Answers of the stores, apart from the control plane's: each belongs to one run and is never fetched
 * again by itself, because a histogram that refreshes alone would no longer agree with its list.
 */
export function TelemetryCache({ children }: { children: ReactNode }) {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: {
            retry: false,
            networkMode: 'always',
            staleTime: Number.POSITIVE_INFINITY,
            gcTime: 60_000,
            refetchOnWindowFocus: false,
            refetchOnReconnect: false,
            // Comparing 100,000 lines with the last answer costs more than drawing those in view.
            structuralSharing: false,
          },
        },
      }),
  );
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
