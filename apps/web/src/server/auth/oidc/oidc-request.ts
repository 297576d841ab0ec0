import type { Db } from '@oriel/db/client';
import type { SignInLimits } from '@/features/sign-in/server/limits.ts';

/** What a step of a sign-in by a provider knows of its request. */
export interface OidcRequest {
  readonly db: Db;
  readonly publicOrigin: string;
  readonly secret: string;
  readonly limits: SignInLimits;
  /** As it came. */
  readonly providerId: string;
  readonly cookies: Readonly<Record<string, string>>;
  readonly address: string | undefined;
  readonly userAgent: string | undefined;
  readonly requestId: string;
}
