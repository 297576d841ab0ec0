import { publicProcedure } from '@/server/procedures.ts';
import { sessionCookie } from '@/server/session-cookie.ts';
import { router } from '@/server/trpc.ts';
import { acceptWelcomeInput, welcomeInput } from '../input.ts';
import { welcome } from '../output.ts';
import { acceptWelcome, findWelcome } from './welcome.ts';

const why = 'The 256 random bits of the link are the proof; whoever has them has no other yet.';

export const welcomeRouter = router({
  check: publicProcedure({ why, input: welcomeInput })
    .output(welcome)
    .query(async ({ ctx: { db, address, callLimits }, input: { token } }) => {
      const found = await findWelcome(db, token, { address, guesses: callLimits.guesses });
      return { ...found, expiresAt: found.expiresAt.toISOString() };
    }),

  /** Signs in as well: the answer sets the session cookie. */
  accept: publicProcedure({ why, input: acceptWelcomeInput }).mutation(async ({ ctx, input }) => {
    const { db, address, userAgent, publicOrigin, resHeaders, callLimits } = ctx;
    const session = await acceptWelcome(db, { ...input, address, userAgent, guesses: callLimits.guesses });
    resHeaders.append('set-cookie', sessionCookie(session, publicOrigin));
  }),
});
