'use client';
import { useState } from 'react';
import { MOST_QUERIES } from '../data/run.ts';

export interface DraftRow {
  /** Stays while rows come and go, so that each editor keeps its own text. */
  readonly id: number;
  readonly text: string;
}

export interface Drafts {
  readonly rows: readonly DraftRow[];
  readonly texts: readonly string[];
  readonly setText: (id: number, text: string) => void;
  readonly add: () => void;
  /** Returns the texts that are left, to run them. */
  readonly remove: (id: number) => readonly string[];
  /** Drops empty rows between others, so that each query keeps the letter of its answer. */
  readonly settle: () => void;
  readonly canAdd: boolean;
}

let ids = 0;

function rowsOf(texts: readonly string[]): readonly DraftRow[] {
  return (texts.length === 0 ? [''] : texts).map((text) => ({ id: ++ids, text }));
}

/** The texts in the editors: begin as the URL's and follow it when it changes to something else. */
export function useDrafts(committed: readonly string[]): Drafts {
  const [rows, setRows] = useState(() => rowsOf(committed));
  const [followed, setFollowed] = useState(committed);
  const texts = rows.map((row) => row.text);
  if (followed !== committed) {
    setFollowed(committed);
    if (!isSame(filled(texts), committed)) setRows(rowsOf(committed));
  }
  return {
    rows,
    texts,
    setText: (id, text) => setRows((before) => before.map((row) => (row.id === id ? { ...row, text } : row))),
    add: () => setRows((before) => [...before, { id: ++ids, text: '' }].slice(0, MOST_QUERIES)),
    remove: (id) => {
      const left = rows.filter((row) => row.id !== id);
      setRows(left);
      return filled(left.map((row) => row.text));
    },
    settle: () =>
      setRows((before) => {
        const last = before.findLastIndex((row) => row.text.trim() !== '');
        return before.filter((row, index) => index > last || row.text.trim() !== '');
      }),
    canAdd: rows.length < MOST_QUERIES,
  };
}

/** Rows without a query are not part of the address. */
export function filled(texts: readonly string[]): string[] {
  return texts.filter((text) => text.trim() !== '');
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}
