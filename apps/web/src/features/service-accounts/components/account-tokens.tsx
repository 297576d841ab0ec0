'use client';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { Dialog } from '@/ui/dialog.tsx';
import { EmptyState } from '@/ui/empty-state.tsx';
import { ErrorState } from '@/ui/error-state.tsx';
import { failureOf } from '@/ui/failure.ts';
import { LoadingRows } from '@/ui/loading-rows.tsx';
import { toastDone, toastError } from '@/ui/toast.ts';
import { useNow } from '@/ui/use-now.ts';
import CreateToken from '../../tokens/components/create-token.tsx';
import RotateToken from '../../tokens/components/rotate-token.tsx';
import { TokenPhoneRow } from '../../tokens/components/token-columns.tsx';
import type { TokenRow } from '../../tokens/output.ts';
import type { ServiceAccountRow } from '../output.ts';
import { type AccountTokens, usePlatformTokens, useProjectTokens } from './use-account-tokens.ts';

type Project = { slug: string; name: string };
type Props = { account: ServiceAccountRow; onClose: () => void };

export function ProjectAccountTokens({ account, project, onClose }: Props & { project: Project }) {
  const tokens = useProjectTokens(project.slug, account.id);
  return <Tokens account={account} tokens={tokens} projects={[project]} fixed onClose={onClose} />;
}

export function PlatformAccountTokens({ account, projects, onClose }: Props & { projects: readonly Project[] }) {
  const tokens = usePlatformTokens(account.id);
  return <Tokens account={account} tokens={tokens} projects={projects} fixed={false} onClose={onClose} />;
}

type TokensProps = Props & { tokens: AccountTokens; projects: readonly Project[]; fixed: boolean };

/** The tokens by which a service account acts: made, rotated and revoked here. */
function Tokens({ account, tokens, projects, fixed, onClose }: TokensProps) {
  const now = useNow(10_000);
  const [creating, setCreating] = useState(false);
  const [rotating, setRotating] = useState<TokenRow | null>(null);
  const rows = tokens.list.data?.tokens ?? [];
  const failure = failureOf(tokens.list.error);
  const actions = {
    rotate: setRotating,
    revoke: (row: TokenRow) =>
      void tokens.revoke(row.id).then(
        () => toastDone('Token revoked; programs that use it are refused from now on'),
        (error) => toastError(failureOf(error)?.message ?? 'The token could not be revoked.'),
      ),
  };
  if (creating) {
    return (
      <CreateToken
        title={`Create token for ${account.name}`}
        about="It can do what the service account can do, at most."
        projects={projects}
        fixed={fixed}
        onCreate={tokens.create}
        onClose={() => setCreating(false)}
      />
    );
  }
  if (rotating !== null) {
    return (
      <RotateToken
        token={rotating}
        onRotate={(overlapDays) => tokens.rotate({ tokenId: rotating.id, overlapDays })}
        onClose={() => setRotating(null)}
      />
    );
  }
  return (
    <Dialog
      title={`Tokens of ${account.name}`}
      about={account.email}
      wide
      open
      onOpenChange={(open) => !open && onClose()}
      footer={
        <Button variant="primary" icon={KeyRound} onClick={() => setCreating(true)}>
          Create token
        </Button>
      }
    >
      {failure ? (
        <ErrorState title="The tokens could not be loaded" {...failure} onRetry={() => tokens.list.refetch()} />
      ) : tokens.list.isPending ? (
        <LoadingRows rows={2} awaiting="its tokens" />
      ) : rows.length === 0 ? (
        <EmptyState title="It has no token" why="A service account acts by tokens only. Make one for each program." />
      ) : (
        <ul>
          {rows.map((row) => (
            <li key={row.id} className="border-b border-line1 py-2 last:border-b-0">
              <TokenPhoneRow row={row} now={now} actions={actions} />
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
