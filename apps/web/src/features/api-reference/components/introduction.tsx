import type { ReactNode } from 'react';
import { Pane } from '@/ui/pane.tsx';
import { CodeBlock } from './code-block.tsx';
import { PaneStack } from './pane-stack.tsx';
import { Prose } from './prose.tsx';

type Problem = { code: string; status: number; title: string };

type IntroductionProps = { problems: readonly Problem[]; example: string; curl: string };

/** What holds for every operation. */
export function Introduction({ problems, example, curl }: IntroductionProps) {
  return (
    <PaneStack>
      <Pane title="First request">
        <Words>
          Make a token under Settings, Tokens, and send it as `Authorization: Bearer oriel_pat_…`. A token never exceeds
          its person. Oriel’s own pages use a session; changes with one are accepted from those pages only.
        </Words>
        <CodeBlock label="First request" text={curl} copy="Copy as curl" />
      </Pane>
      <Pane title="Lists">
        <Words>
          Lists take `limit` and `cursor`. Where there is more, the answer has a `nextCursor`: send it as `cursor`. Its
          form may change at any time.
        </Words>
      </Pane>
      <Pane title="Creating once">
        <Words>
          Send an `Idempotency-Key` of your own with a POST, such as a UUID. The same key with the same body gives the
          first answer again for 24 hours, with `Idempotency-Replayed: true`; with another body it is refused with 422.
          An answer that held a secret is not kept: its repetition is refused with 409.
        </Words>
      </Pane>
      <Pane title="Limits">
        <Words>
          Each answer tells in `RateLimit` how many calls are left and until when; a change counts as five. Past the
          limit is 429 with `Retry-After`. A body may have 1 MiB.
        </Words>
      </Pane>
      <Pane title="Problems" aside="RFC 9457">
        <Words>Programs go by `code`, which never changes. `detail` is a sentence for people.</Words>
        <ul className="flex flex-col">
          {problems.map(({ code, status, title }) => (
            <li
              key={code}
              className="grid grid-cols-[3rem_minmax(0,13rem)_minmax(0,1fr)] gap-x-3 py-0.5 phone:grid-cols-[3rem_minmax(0,1fr)]"
            >
              <span className="tnum">{status}</span>
              <span className="mono wrap-anywhere">{code}</span>
              <span className="text-ink2 phone:col-start-2">{title}</span>
            </li>
          ))}
        </ul>
        <CodeBlock label="Example of a problem" text={example} copy="Copy example" />
      </Pane>
    </PaneStack>
  );
}

function Words({ children }: { children: ReactNode }) {
  return (
    <p className="max-w-[72ch] text-ink2">{typeof children === 'string' ? <Prose text={children} /> : children}</p>
  );
}
