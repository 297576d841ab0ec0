import { grafanaOriginBeside } from '@oriel/domain/grafana';
import { z } from 'zod';
import { perProcess } from './per-process.ts';

const origin = z
  .url({ protocol: /^https?$/ })
  .refine(
    (value) => new URL(value).origin === value,
    'must be an origin such as https://oriel.example.com: no path, no trailing slash',
  );

const schema = z
  .object({
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    ORIEL_KEY_FILE: z.string().min(1),
    /** Steps of the embedded default while its parts are built; absent elsewhere. */
    ORIEL_PROGRESS_FILE: z.string().min(1).optional(),
    ORIEL_PUBLIC_ORIGIN: origin,
    /** next-auth reads it by itself. */
    NEXTAUTH_URL: origin,
    NEXTAUTH_SECRET: z.string().min(32),
    /** Where Grafana listens. Without it there are no dashboards. */
    ORIEL_GRAFANA_URL: origin.optional(),
    /** Where people see Grafana: an origin of its own at the same site. */
    ORIEL_GRAFANA_ORIGIN: origin.optional(),
    /** How many proxies stand before this process and add to X-Forwarded-For. The front door is one, and is told the same number. */
    ORIEL_TRUSTED_HOPS: z.coerce.number().int().min(0).max(9).default(1),
    /** For trying Oriel with kind or minikube on one machine; anywhere else it would let people reach the control plane's own host. */
    ORIEL_ALLOW_LOOPBACK_CLUSTERS: z.stringbool().default(false),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  })
  .refine((values) => values.NEXTAUTH_URL === values.ORIEL_PUBLIC_ORIGIN, {
    path: ['NEXTAUTH_URL'],
    message: 'must be the same as ORIEL_PUBLIC_ORIGIN',
  });

export type Env = z.infer<typeof schema>;

export const env = perProcess((): Env => {
  const result = schema.safeParse(process.env);
  if (!result.success) throw new Error(`The environment is not usable:\n${z.prettifyError(result.error)}`);
  return result.data;
});

/** Where people see Grafana; undefined where the installation has none. */
export function grafanaOrigin(): string | undefined {
  const { ORIEL_GRAFANA_URL, ORIEL_GRAFANA_ORIGIN, ORIEL_PUBLIC_ORIGIN } = env();
  if (ORIEL_GRAFANA_URL === undefined) return undefined;
  return ORIEL_GRAFANA_ORIGIN ?? grafanaOriginBeside(ORIEL_PUBLIC_ORIGIN);
}
