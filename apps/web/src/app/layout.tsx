import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import './globals.css';
import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import type { ReactNode } from 'react';
import { ZoneProvider } from '@/ui/time/zone.tsx';
import { parseZone, ZONE_COOKIE } from '@/ui/time/zone-preference.ts';
import { ThemeScript } from './theme-script.tsx';

export const metadata: Metadata = {
  title: { default: 'Oriel', template: '%s · Oriel' },
  description: 'One pane of glass for the logs, metrics and alerts of many Kubernetes clusters.',
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  const zone = parseZone((await cookies()).get(ZONE_COOKIE)?.value);
  return (
    <html lang="en" data-theme="light" suppressHydrationWarning>
      <head>
        <ThemeScript nonce={nonce} />
      </head>
      <body>
        <NuqsAdapter>
          <ZoneProvider initial={zone}>{children}</ZoneProvider>
        </NuqsAdapter>
      </body>
    </html>
  );
}
