import { UnacceptableAnswer } from '@/server/auth/oidc/bounded-fetch.ts';
import { discover } from '@/server/auth/oidc/discover.ts';
import { refusalFor } from '@/server/auth/oidc/refusal-for.ts';
import type { ProviderTest } from '../output.ts';

type Finding = ProviderTest['findings'][number];

/** Fetches the discovery document as a sign-in would, and says what a sign-in would find. */
export async function testProvider(issuer: string): Promise<ProviderTest> {
  const startedAt = performance.now();
  try {
    const configuration = await discover({ issuer, clientId: 'test', clientSecret: 'test' });
    const tookMs = Math.round(performance.now() - startedAt);
    const server = configuration.serverMetadata();
    const findings = [
      ok(`The discovery document was read in ${tookMs} ms and names this issuer.`),
      server.code_challenge_methods_supported?.includes('S256')
        ? ok('It takes proof keys (PKCE, S256).')
        : warn('It does not say that it takes proof keys (PKCE, S256). Oriel sends one in any case.'),
      server.authorization_response_iss_parameter_supported
        ? ok('It names itself in its answers (RFC 9207).')
        : warn('It does not name itself in its answers (RFC 9207). Oriel tells providers apart by their callback.'),
      server.userinfo_endpoint
        ? ok('Claims that are not in the ID token are read from its user info.')
        : warn('It has no user info: e-mail address and groups must be in the ID token.'),
    ];
    return { ok: true, findings };
  } catch (error) {
    return { ok: false, findings: [{ status: 'error', text: explain(error) }] };
  }
}

const ok = (text: string): Finding => ({ status: 'ok', text });
const warn = (text: string): Finding => ({ status: 'warn', text });

function explain(error: unknown): string {
  if (refusalFor(error, 'ProviderFault') === 'ProviderAway') {
    return 'The issuer does not answer within 5 s. Check the address, and that Oriel’s host may reach it.';
  }
  const unacceptable = unacceptableIn(error);
  if (unacceptable) return `The discovery document cannot be used: ${unacceptable}.`;
  return 'There is no discovery document of this issuer at its path /.well-known/openid-configuration. Check the address, letter by letter.';
}

function unacceptableIn(error: unknown): string | undefined {
  if (error instanceof UnacceptableAnswer) return error.message;
  return error instanceof Error ? unacceptableIn(error.cause) : undefined;
}
