import { OrielError } from '@oriel/domain/errors';
import { grafanaOriginBeside } from '@oriel/domain/grafana';
import { env } from '@/env.ts';

/** Where people see Grafana. Throws `unavailable` where the installation has none. */
export function grafanaOrigin(): string {
  const { ORIEL_GRAFANA_URL, ORIEL_GRAFANA_ORIGIN, ORIEL_PUBLIC_ORIGIN } = env();
  if (ORIEL_GRAFANA_URL !== undefined) return ORIEL_GRAFANA_ORIGIN ?? grafanaOriginBeside(ORIEL_PUBLIC_ORIGIN);
  throw new OrielError('unavailable', 'This installation has no Grafana. An administrator can add one.', {
    retryable: false,
  });
}
