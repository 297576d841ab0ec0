'use client';
import { useMemo, useState } from 'react';
import type { LogQuery, ReadQuery } from '../logql/query-model.ts';
import { readQuery } from '../logql/read-query.ts';

export interface Draft {
  readonly text: string;
  readonly read: ReadQuery;
  readonly setText: (text: string) => void;
}

/** The text in the editor: begins as the URL's and follows it when it changes (a step back, a chip). */
export function useDraft(committed: string): Draft {
  const [text, setText] = useState(committed);
  const [followed, setFollowed] = useState(committed);
  if (followed !== committed) {
    setFollowed(committed);
    setText(committed);
  }
  const read = useMemo(() => readQuery(text), [text]);
  return { text, read, setText };
}

/** The model of a text, or undefined where chips cannot hold it. */
export function modelOf(read: ReadQuery): LogQuery | undefined {
  return 'query' in read ? read.query : undefined;
}
