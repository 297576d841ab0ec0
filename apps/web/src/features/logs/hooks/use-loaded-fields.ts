'use client';
import { useEffect, useRef, useState } from 'react';
import type { LogLine } from '../data/log-line.ts';
import { FieldCounter, type FieldSummary } from '../message/field-summary.ts';

const SLICE_MS = 8;
const PUBLISH_MS = 250;

export interface LoadedFields {
  readonly fields: readonly FieldSummary[];
  readonly formats: readonly ('json' | 'logfmt')[];
  readonly counted: number;
}

const NOTHING: LoadedFields = { fields: [], formats: [], counted: 0 };

/** Parses the loaded lines in slices between other work, so that no key press waits for it. */
export function useLoadedFields(lines: readonly LogLine[], enabled: boolean): LoadedFields {
  const [loaded, setLoaded] = useState(NOTHING);
  const progress = useRef({ first: undefined as LogLine | undefined, counter: new FieldCounter() });

  useEffect(() => {
    if (!enabled) return;
    if (progress.current.first !== lines[0]) progress.current = { first: lines[0], counter: new FieldCounter() };
    const { counter } = progress.current;
    let published = performance.now();
    let timer: ReturnType<typeof setTimeout>;
    const publish = () => setLoaded({ fields: counter.fields(), formats: counter.formats(), counted: counter.counted });
    const work = () => {
      const began = performance.now();
      while (counter.counted < lines.length && performance.now() - began < SLICE_MS) {
        counter.add(lines[counter.counted] as LogLine);
      }
      const done = counter.counted >= lines.length;
      if (done || performance.now() - published > PUBLISH_MS) {
        published = performance.now();
        publish();
      }
      if (!done) timer = setTimeout(work, 0);
    };
    timer = setTimeout(work, 0);
    return () => clearTimeout(timer);
  }, [lines, enabled]);

  return loaded;
}
