import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Strings ok, functions info, keys ink1, operators ink2; mistakes are underlined in error. */
const highlight = HighlightStyle.define([
  { tag: tags.string, color: 'var(--ok)' },
  { tag: [tags.function(tags.variableName), tags.keyword, tags.modifier, tags.operatorKeyword], color: 'var(--info)' },
  { tag: [tags.labelName, tags.variableName, tags.propertyName, tags.number, tags.literal], color: 'var(--ink1)' },
  {
    tag: [tags.operator, tags.punctuation, tags.paren, tags.brace, tags.squareBracket, tags.bracket],
    color: 'var(--ink2)',
  },
  { tag: tags.comment, color: 'var(--ink3)' },
]);

const theme = EditorView.theme({
  '&': { color: 'var(--ink1)', backgroundColor: 'transparent', fontSize: '12px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '20px', maxHeight: '140px' },
  '.cm-content': {
    padding: '0',
    caretColor: 'var(--accent)',
    fontVariantLigatures: 'none',
    fontFeatureSettings: '"zero", "calt" 0',
  },
  '.cm-line': { padding: '0' },
  '.cm-placeholder': { color: 'var(--ink3)' },
  '.cm-selectionBackground, &.cm-focused .cm-selectionBackground': { backgroundColor: 'var(--selected) !important' },
  '.cm-matchingBracket': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--selected)',
    outline: '1px solid var(--accent-line)',
  },
  '.cm-nonmatchingBracket, &.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'transparent' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--error) 1px',
    textUnderlineOffset: '3px',
    paddingBottom: '0',
  },
  '.cm-lintPoint::after': { borderBottomColor: 'var(--error)' },
  '.cm-tooltip': {
    backgroundColor: 'var(--raised)',
    border: '1px solid var(--line2)',
    borderRadius: '6px',
    boxShadow: '0 8px 24px #0003',
    color: 'var(--ink1)',
    zIndex: '60',
  },
  '.cm-diagnostic': { border: '0', padding: '4px 8px', fontFamily: 'var(--font-ui)', fontSize: '12px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'var(--font-mono)',
    fontSize: '12px',
    maxHeight: '264px',
    minWidth: '200px',
    padding: '4px',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '2px 8px', lineHeight: '20px', borderRadius: '4px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--selected)',
    color: 'var(--ink1)',
  },
  '.cm-completionMatchedText': { textDecoration: 'none', color: 'var(--accent)', fontWeight: '600' },
  '.cm-completionDetail': { color: 'var(--ink3)', fontStyle: 'normal', marginLeft: '12px' },
  '.cm-completionInfo': {
    fontFamily: 'var(--font-ui)',
    fontSize: '12px',
    lineHeight: '16px',
    color: 'var(--ink2)',
    padding: '6px 8px',
    maxWidth: '320px',
  },
});

export const editorLook = [theme, syntaxHighlighting(highlight)];
