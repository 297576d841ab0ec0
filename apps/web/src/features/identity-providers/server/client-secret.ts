import { placeOf } from '@oriel/db/secrets/secret-columns';
import { secretBox } from '@/server/secret-box.ts';

/** The envelope that the provider's row keeps; it opens for that provider only. */
export async function sealClientSecret(providerId: string, clientSecret: string): Promise<string> {
  return (await secretBox()).seal(placeOf('identityProviderSecret', providerId), clientSecret);
}

export async function openClientSecret(providerId: string, envelope: string): Promise<string> {
  return (await secretBox()).open(placeOf('identityProviderSecret', providerId), envelope);
}
