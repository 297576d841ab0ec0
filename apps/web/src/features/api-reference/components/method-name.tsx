import type { ListedOperation } from '../types.ts';

const WORD: Record<ListedOperation['method'], string> = {
  GET: 'GET',
  POST: 'POST',
  PUT: 'PUT',
  PATCH: 'PATCH',
  DELETE: 'DEL',
};

/** The method as a column of its own: same width for all. Colour stays for what deviates. */
export function MethodName({ method }: { method: ListedOperation['method'] }) {
  return (
    <abbr className="mono w-[46px] shrink-0 font-medium text-ink3 no-underline" title={method}>
      {WORD[method]}
    </abbr>
  );
}
