import { describe, expect, it } from 'vitest';
import { type SignInOutcome, signInOutcome } from './auth-calls.ts';
import { signInWords } from './sign-in-words.ts';

const answer = (status: number, url: string, headers: Record<string, string> = {}) =>
  Response.json({ url }, { status, headers });

async function words(response: Response): Promise<string> {
  return signInWords((await signInOutcome(response)) as Exclude<SignInOutcome, { kind: 'signed_in' }>);
}

describe('signing in', () => {
  it('takes 200 with the way onwards for success', async () => {
    expect(await signInOutcome(answer(200, 'http://oriel.localhost:3000'))).toEqual({ kind: 'signed_in' });
  });
  it('does not take the way back to the form for success', async () => {
    const back = answer(200, 'http://oriel.localhost:3000/api/auth/signin?csrf=true');
    expect(await words(back)).toContain('Allow cookies');
  });
  it('says of each refusal what to do', async () => {
    const url = 'http://oriel.localhost:3000/sign-in?error=CredentialsSignin';
    expect(await words(answer(401, url))).toContain('E-mail or password is wrong');
    expect(await words(answer(429, url, { 'retry-after': '720' }))).toBe(
      'There were too many tries. Try again in 12 min.',
    );
    expect(await words(answer(429, url))).toContain('in a few minutes');
    expect(await words(answer(503, url))).toContain('does not answer');
  });
});
