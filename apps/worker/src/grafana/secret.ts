import { newOpaqueToken } from '@oriel/db/opaque-token';
import { placeOf } from '@oriel/db/secrets/secret-columns';
import { OrielError } from '@oriel/domain/errors';
import type { GrafanaContext } from './context.ts';

interface SecretRow {
  readonly id: string;
  readonly secretEnvelope: string | null;
}

/**
 * What the organization's data sources show to the gateway. Made when it is first needed; made anew where it no longer
 * opens (a key was lost): the data sources are written again, and nobody else knows the former one.
 */
export async function organizationSecret(ctx: GrafanaContext, { id, secretEnvelope }: SecretRow): Promise<string> {
  const place = placeOf('grafanaSecret', id);
  if (secretEnvelope !== null) {
    try {
      return await ctx.secrets.open(place, secretEnvelope);
    } catch (error) {
      if (!(error instanceof OrielError) || error.code !== 'internal') throw error;
      ctx.log.warn({ organizationId: id }, `${error.message} It is made anew.`);
    }
  }
  const { value, hash } = newOpaqueToken('og_');
  const sealed = await ctx.secrets.seal(place, value);
  await ctx.db.grafanaOrganization.update({ where: { id }, data: { secretHash: hash, secretEnvelope: sealed } });
  return value;
}
