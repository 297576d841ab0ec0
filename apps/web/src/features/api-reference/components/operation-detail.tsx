import { Pane } from '@/ui/pane.tsx';
import type { OperationView } from '../types.ts';
import { CodeBlock } from './code-block.tsx';
import { FieldList } from './field-list.tsx';
import { PaneStack } from './pane-stack.tsx';
import { Prose } from './prose.tsx';

const PLACES: Readonly<Record<string, string>> = { path: 'In the path', query: 'In the query string' };

/** One operation: what it takes, what it answers, and a request to try. */
export function OperationDetail({ operation }: { operation: OperationView }) {
  const { method, path, summary, description, parameters, body, success } = operation;
  return (
    <article aria-label={summary} className="min-w-0">
      <PaneStack>
        <Pane title="Request">
          <p className="mono wrap-anywhere">
            <span className="font-medium">{method}</span> /api/v1{path}
          </p>
          {description.split('\n\n').map((text) => (
            <p key={text} className="max-w-[72ch] text-ink2">
              <Prose text={text} />
            </p>
          ))}
        </Pane>
        {parameters.map(({ place, fields }) => (
          <Pane key={place} title={PLACES[place] ?? place}>
            <FieldList label={PLACES[place] ?? place} fields={fields} />
          </Pane>
        ))}
        {body.length > 0 && (
          <Pane title="Body" aside="application/json">
            <FieldList label="Body" fields={body} />
          </Pane>
        )}
        {operation.byToken && (
          <Pane title="Try it" aside={<span>with a token in ORIEL_TOKEN</span>}>
            <CodeBlock label="Request for a shell" text={operation.curl} copy="Copy as curl" />
          </Pane>
        )}
        <Pane title={`Answer ${success.status}`} aside={success.schema}>
          {success.description !== 'Done.' && <p className="text-ink2">{success.description}</p>}
          {success.fields.length > 0 && <FieldList label="Answer" fields={success.fields} />}
          {success.example !== undefined && (
            <CodeBlock label="Example of an answer" text={success.example} copy="Copy example" />
          )}
        </Pane>
        <Problems operation={operation} />
      </PaneStack>
    </article>
  );
}

function Problems({ operation: { problems } }: { operation: OperationView }) {
  return (
    <Pane title="Problems" aside="application/problem+json">
      <ul className="flex flex-col">
        {problems.map(({ status, code, title }) => (
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
    </Pane>
  );
}
