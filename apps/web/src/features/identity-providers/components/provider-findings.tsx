import { failureOf } from '@/ui/failure.ts';
import { StatusValue } from '@/ui/status-value.tsx';
import type { ProviderTest } from '../output.ts';

/** What a test of an issuer has found, a line each. */
export function ProviderFindings({
  test: { data, error },
}: {
  test: { data: ProviderTest | undefined; error: unknown };
}) {
  const failure = failureOf(error);
  const findings = failure ? [{ status: 'error' as const, text: failure.message }] : (data?.findings ?? []);
  return (
    <ul aria-live="polite" aria-label="Test" className="flex flex-col gap-1 empty:hidden">
      {findings.map(({ status, text }) => (
        <li key={text}>
          <StatusValue status={status} className="[&>span]:whitespace-normal">
            {text}
          </StatusValue>
        </li>
      ))}
    </ul>
  );
}
