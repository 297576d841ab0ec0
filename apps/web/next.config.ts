import { fileURLToPath } from 'node:url';
import type { NextConfig } from 'next';
import { everyAnswer, everyApiAnswer } from './src/server/security-headers.ts';

// Next reads this variable only; it has no configuration key for telemetry.
process.env.NEXT_TELEMETRY_DISABLED = '1';

/** pnpm links packages from the root's store, so the bundler must be allowed to look there. */
const root = fileURLToPath(new URL('../..', import.meta.url));

const config: NextConfig = {
  // A product that runs keeps its pages while the next version is built: see testbed/src/embedded/build-web.ts.
  distDir: process.env.ORIEL_WEB_BUILD ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm test`, tests included; a start need not wait for that.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  // No page has an image to optimise, and the optimiser fetches on request.
  images: { unoptimized: true },
  headers: async () => [
    { source: '/:path*', headers: asList(everyAnswer) },
    { source: '/api/:path*', headers: asList(everyApiAnswer) },
  ],
  outputFileTracingRoot: root,
  turbopack: { root },
  transpilePackages: ['@oriel/db', '@oriel/domain', '@oriel/k8s', '@oriel/query-scope', '@oriel/seed-client'],
  serverExternalPackages: ['@node-rs/argon2', 'pino'],
};

function asList(headers: Readonly<Record<string, string>>) {
  return Object.entries(headers).map(([key, value]) => ({ key, value }));
}

export default config;
