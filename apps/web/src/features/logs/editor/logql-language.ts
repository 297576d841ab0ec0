import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { LanguageSupport, LRLanguage } from '@codemirror/language';
import { linter } from '@codemirror/lint';
import { parser } from '@grafana/lezer-logql';
import { styleTags, tags } from '@lezer/highlight';
import type { LabelSource } from '../data/label-source.ts';
import { findProblem } from '../logql/tree.ts';
import { completionPlace } from './completion-context.ts';
import { FUNCTIONS, STAGES } from './logql-terms.ts';

const called = tags.function(tags.variableName);

/** The grammar pins its own copy of the parser's runtime; the two differ in nothing but their identity. */
type LanguageParser = Parameters<typeof LRLanguage.define>[0]['parser'];

const language = LRLanguage.define({
  name: 'logql',
  parser: parser.configure({
    props: [
      styleTags({
        String: tags.string,
        Identifier: tags.labelName,
        LineComment: tags.comment,
        'Number Duration Bytes': tags.number,
        'Json Logfmt Unpack Pattern Regexp Unwrap LabelFormat LineFormat LabelReplace Decolorize Drop Keep Ip': called,
        'RangeOp/... VectorOp/... ConvOp/... LabelAggOp/... Vector': called,
        'By Without On Ignoring GroupLeft GroupRight Bool Offset And Or Unless': tags.keyword,
        'Eq Neq Re Nre Eql Gtr Gte Lss Lte Add Sub Mul Div Mod Pow Pipe PipeExact PipeMatch PipePattern Npa':
          tags.operator,
        '"{" "}" "(" ")" "[" "]" ","': tags.punctuation,
      }),
    ],
  }) as unknown as LanguageParser,
  languageData: {
    closeBrackets: { brackets: ['(', '[', '{', '"', '`'] },
    commentTokens: { line: '#' },
  },
});

/** After the typing stops: nobody is told off in the middle of a word. */
const LINT_DELAY_MS = 600;

/** LogQL with highlighting, mistakes, and completion of labels and values from the store. */
export function logqlLanguage(labels: LabelSource, fields: () => readonly string[]): LanguageSupport {
  const complete = language.data.of({
    autocomplete: (context: CompletionContext) => completeAt(context, labels, fields),
  });
  const lint = linter(
    (view) => {
      const problem = findProblem(view.state.doc.toString());
      return problem === undefined ? [] : [{ ...problem, severity: 'error' as const }];
    },
    { delay: LINT_DELAY_MS },
  );
  return new LanguageSupport(language, [complete, lint]);
}

async function completeAt(
  context: CompletionContext,
  labels: LabelSource,
  fields: () => readonly string[],
): Promise<CompletionResult | null> {
  const place = completionPlace(context.state.sliceDoc(0, context.pos));
  if (place.kind === 'nothing') return null;
  if (place.from === context.pos && place.kind === 'function' && !context.explicit) return null;
  const abort = new AbortController();
  context.addEventListener('abort', () => abort.abort());
  try {
    switch (place.kind) {
      case 'label':
        return { from: place.from, options: (await labels.names(abort.signal)).map(labelOption), validFor: WORD };
      case 'grouping':
        return {
          from: place.from,
          options: [...(await labels.names(abort.signal)), ...fields()].map((label) => ({ label })),
          validFor: WORD,
        };
      case 'value':
        return await completeValue(context, place, labels, abort.signal);
      case 'stage':
        return { from: place.from, options: [...STAGES, ...fields().map(fieldOption)], validFor: WORD };
      case 'function':
        return { from: place.from, options: FUNCTIONS, validFor: WORD };
    }
  } catch {
    // Without the store there is nothing to offer; Run will say what is wrong with it.
    return null;
  }
}

const WORD = /^\w*$/;

/** The store is asked again with each letter, since it holds more than the list shows. */
async function completeValue(
  context: CompletionContext,
  place: { from: number; label: string; others: string },
  labels: LabelSource,
  signal: AbortSignal,
): Promise<CompletionResult> {
  const quoteMark = context.state.sliceDoc(place.from - 1, place.from);
  const text = context.state.sliceDoc(place.from, context.pos);
  const { values, more } = await labels.values(place.label, { text, others: place.others }, signal);
  const closed = context.state.sliceDoc(context.pos, context.pos + 1) === quoteMark;
  const options = values.map((value): Completion => {
    const written = quoteMark === '"' ? JSON.stringify(value).slice(1, -1) : value;
    return { label: value, apply: closed ? written : `${written}${quoteMark}` };
  });
  if (more > 0) options.push({ label: '', detail: `${more} more: type to narrow`, apply: text, boost: -99 });
  return { from: place.from, options, filter: false };
}

const labelOption = (label: string): Completion => ({ label, apply: `${label}="`, detail: 'label' });
const fieldOption = (label: string): Completion => ({ label, apply: `${label} = "`, detail: 'field of loaded lines' });
