import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';

/** How long somebody may take at the provider. */
const maxAgeSeconds = 10 * 60;

const flow = z.object({
  providerId: z.string(),
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  /** Path of this site to go to afterwards. */
  from: z.string(),
  /** Seconds since 1970. */
  startedAt: z.number(),
  /** Set where a signed-in person connects the provider: the session that began it must finish it. */
  connect: z.object({ userId: z.string(), sessionId: z.string() }).optional(),
});

/** A sign-in under way, kept by the browser that began it. */
export type Flow = z.infer<typeof flow>;

export interface FlowSecrets {
  readonly secret: string;
  readonly publicOrigin: string;
}

/** Set-Cookie header; encrypted, since it holds the code verifier. A second start at a provider replaces the first. */
export async function flowCookie(value: Flow, { secret, publicOrigin }: FlowSecrets): Promise<string> {
  const token = await encode({ token: { ...value }, secret, salt: saltOf(value.providerId), maxAge: maxAgeSeconds });
  return cookieLine(cookieName(value.providerId, publicOrigin), token, maxAgeSeconds, publicOrigin);
}

/** Set-Cookie header that takes it away. */
export function endedFlowCookie(providerId: string, publicOrigin: string): string {
  return cookieLine(cookieName(providerId, publicOrigin), '', 0, publicOrigin);
}

/** Undefined where this browser has none for the provider, it is too old, or it is not ours. */
export async function readFlow(
  cookies: Readonly<Record<string, string>>,
  providerId: string,
  { secret, publicOrigin }: FlowSecrets,
): Promise<Flow | undefined> {
  const token = cookies[cookieName(providerId, publicOrigin)];
  if (!token) return undefined;
  const claims = await decode({ token, secret, salt: saltOf(providerId) }).catch(() => null);
  const parsed = flow.safeParse(claims);
  return parsed.success && parsed.data.providerId === providerId ? parsed.data : undefined;
}

/** Lax: the way back from the provider is a navigation that another site began. */
function cookieLine(name: string, value: string, maxAge: number, publicOrigin: string): string {
  const attributes = ['Path=/', `Max-Age=${maxAge}`, 'HttpOnly', 'SameSite=Lax'];
  if (publicOrigin.startsWith('https:')) attributes.push('Secure');
  return [`${name}=${value}`, ...attributes].join('; ');
}

function cookieName(providerId: string, publicOrigin: string): string {
  const name = `oriel.sign-in.${providerId}`;
  return publicOrigin.startsWith('https:') ? `__Host-${name}` : name;
}

const saltOf = (providerId: string) => `oriel.sign-in.${providerId}`;
