import type { Refusal } from './refusals.ts';
import { signInWords } from './sign-in-words.ts';

export interface RefusingProvider {
  readonly name: string;
  /** Where it is not known, the claim is described instead. */
  readonly groupsClaim?: string;
}

/** Why somebody is not signed in, or not connected, and what to do. Says of the provider's answer only what is missing. */
export function refusalWords(refusal: Refusal, provider?: RefusingProvider): string {
  const name = provider?.name ?? 'The provider';
  const groupsClaim = provider?.groupsClaim ? `claim “${provider.groupsClaim}”` : 'claim that lists groups';
  const incomplete = 'Ask whoever runs it to complete your account there.';
  switch (refusal) {
    case 'CredentialsSignin':
      return signInWords({ kind: 'refused' });
    case 'Unavailable':
      return signInWords({ kind: 'unavailable' });
    case 'Limited':
      return signInWords({ kind: 'limited', retryAfterMs: undefined });
    case 'UnknownProvider':
      return 'This way to sign in does not exist or has been switched off. Choose another.';
    case 'ProviderAway':
      return `${name} does not answer, or takes too long. Try again in a moment, or sign in another way.`;
    case 'ProviderFault':
      return `${name} refused Oriel or answered in a way that Oriel does not accept. Ask a platform administrator to test it under Settings, Sign-in.`;
    case 'Denied':
      return `${name} did not sign you in. Try again and allow Oriel to know who you are.`;
    case 'Expired':
      return 'This sign-in took too long, was finished before or began in another browser. Start again.';
    case 'NotVerified':
      return `The answer of ${name} could not be verified, so nobody was signed in. Start again; if it happens again, tell a platform administrator.`;
    case 'NoSubject':
      return `${name} did not say who you are (claim “sub”). ${incomplete}`;
    case 'NoEmail':
      return `${name} did not tell your e-mail address (claim “email”). ${incomplete}`;
    case 'EmailUnverified':
      return `${name} does not say that it verified your e-mail address (claim “email_verified”). Verify it there and try again; where it never says so, a platform administrator can trust its addresses under Settings, Sign-in.`;
    case 'NoGroups':
      return `${name} did not tell your groups as a list (${groupsClaim}). ${incomplete}`;
    case 'EmptyGroups':
      return `${name} names no group of yours (${groupsClaim}). Ask whoever runs it to put you into one.`;
    case 'TooManyGroups':
      return `${name} names more than 500 groups of yours. Ask whoever runs it to send only those that matter to Oriel.`;
    case 'EmailTaken':
      return 'An account with this address exists. Sign in with your password and connect the provider under Settings, Account.';
    case 'NotSignedIn':
      return 'Your session ended before the provider was connected. Sign in and connect it again.';
    case 'IdentityTaken':
      return `This account of ${name} is connected with another person here. Disconnect it there first.`;
    case 'OtherIdentity':
      return `You are connected with another account of ${name}. Disconnect that one first.`;
    case 'OtherEmail':
      return `A project’s owner was shown the link that set your password, so ${name} has to vouch for the address of your account here, verified. Use the account with that address, or ask a platform administrator for a new link first.`;
  }
}
