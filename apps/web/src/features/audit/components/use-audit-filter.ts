'use client';
import { parseAsString, useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import { parseInstant } from '@/ui/time/range.ts';

/** What narrows the trail, as the URL holds it; absent is everything. */
const params = {
  actor: parseAsString,
  action: parseAsString,
  target: parseAsString,
  address: parseAsString,
  project: parseAsString,
  from: parseAsString,
  to: parseAsString,
};
const nothing = { actor: null, action: null, target: null, address: null, project: null, from: null, to: null };
const texts = ['actor', 'action', 'target', 'address', 'project'] as const;

export type AuditFilter = Partial<Record<keyof typeof params, string>>;

/** The filter in the URL, and the same as the server takes it: relative times are resolved once per change. */
export function useAuditFilter() {
  const [inUrl, set] = useQueryStates(params, { throttleMs: 250 });
  const { from, to } = inUrl;
  const range = useMemo(() => {
    const now = Date.now();
    return { from: instant(from, now), to: to === 'now' ? undefined : instant(to, now) };
  }, [from, to]);
  const given = texts.map((name) => [name, inUrl[name]?.trim()] as const);
  const asked: AuditFilter = Object.fromEntries(
    [...given, ...Object.entries(range)].filter(([, value]) => value !== undefined && value !== ''),
  );
  const clear = () => set(nothing);
  return { inUrl, asked, set, clear, active: Object.keys(asked).length };
}

function instant(text: string | null, now: number): string | undefined {
  const at = text === null ? null : parseInstant(text, now);
  return at === null ? undefined : new Date(at).toISOString();
}
