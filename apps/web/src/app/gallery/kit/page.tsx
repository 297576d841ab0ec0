'use client';
import { Bug, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Badge, StatusBadge } from '@/ui/badge.tsx';
import { Button } from '@/ui/button.tsx';
import { CheckboxField } from '@/ui/checkbox.tsx';
import { Combobox, type ComboboxItem } from '@/ui/combobox.tsx';
import { ConfirmDelete } from '@/ui/confirm-delete.tsx';
import { CopyButton } from '@/ui/copy-button.tsx';
import { EmptyState } from '@/ui/empty-state.tsx';
import { ErrorState } from '@/ui/error-state.tsx';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import { LoadingRows } from '@/ui/loading-rows.tsx';
import { Menu, MenuItem, MenuLink } from '@/ui/menu.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Pane, PaneGrid } from '@/ui/pane.tsx';
import { Segmented } from '@/ui/segmented.tsx';
import { Select } from '@/ui/select.tsx';
import { Sheet } from '@/ui/sheet.tsx';
import { NeverSeen, StaleValue } from '@/ui/stale-value.tsx';
import { Textarea } from '@/ui/textarea.tsx';
import { toastDone, toastError } from '@/ui/toast.ts';
import { Tooltip } from '@/ui/tooltip.tsx';
import { Frame } from '../frame.tsx';
export default function Page() {
  const [del, setDel] = useState(false);
  const [c, setC] = useState<ComboboxItem | null>(null);
  const [s, setS] = useState<string | null>(null);
  const [g, setG] = useState<string>('a');
  return (
    <Frame>
      <PageHeader
        title="Kit"
        actions={
          <Button variant="primary" icon={Plus}>
            Add
          </Button>
        }
      />
      <PaneGrid columns={3}>
        <Pane title="Buttons">
          <div className="flex flex-wrap gap-2">
            <Button variant="primary">Primary</Button>
            <Button>Secondary</Button>
            <Button variant="ghost">Ghost</Button>
            <Button variant="destructive" onClick={() => setDel(true)}>
              Delete
            </Button>
            <Button pending>Saving</Button>
            <Button disabled>Disabled</Button>
            <CopyButton text="x">Copy</CopyButton>
            <Button size="small" onClick={() => toastDone('Cluster prod-fra-04 was muted', () => {})}>
              Toast
            </Button>
            <Button size="small" onClick={() => toastError('The seed did not answer')}>
              Error toast
            </Button>
            <Menu trigger={<Button>Menu</Button>}>
              <MenuItem onSelect={() => {}} icon={Plus}>
                Add one
              </MenuItem>
              <MenuLink href="/fleet">Fleet</MenuLink>
              <MenuItem destructive icon={Trash2} onSelect={() => {}}>
                Delete
              </MenuItem>
            </Menu>
            <Tooltip text="More about it">
              <Button>Tooltip</Button>
            </Tooltip>
            <Sheet title="Details" trigger={<Button>Sheet</Button>}>
              <p className="p-4">Words</p>
            </Sheet>
          </div>
          <div className="flex flex-wrap gap-2">
            {(
              [
                'ok',
                'warn',
                'late',
                'behind',
                'error',
                'unreachable',
                'critical',
                'info',
                'running',
                'unknown',
                'waiting',
                'off',
                'last-known',
              ] as const
            ).map((x) => (
              <StatusBadge key={x} status={x} label={x} />
            ))}
            <Badge icon={Bug} tone="accent">
              1 open
            </Badge>
          </div>
          <StaleValue age="23 min ago">412 KB/s</StaleValue>
          <NeverSeen />
        </Pane>
        <Pane title="Form">
          <Field label="Name" hint="Letters and digits">
            {(x) => <Input {...x} />}
          </Field>
          <Field label="Address" error="That is not a URL.">
            {(x) => <Input {...x} defaultValue="htp:/" />}
          </Field>
          <Field label="Kubeconfig">{(x) => <Textarea {...x} mono />}</Field>
          <CheckboxField label="Keep logs" hint="For 30 days" defaultChecked />
          <CheckboxField label="Some" indeterminate />
        </Pane>
        <Pane title="Choices">
          <Field label="Role">
            {(x) => (
              <Select
                id={x.id}
                label="Role"
                value={s}
                onChange={setS}
                options={[
                  { value: 'v', label: 'Viewer', hint: 'Reads' },
                  { value: 'e', label: 'Editor', hint: 'Changes' },
                ]}
              />
            )}
          </Field>
          <Field label="Cluster">
            {(x) => (
              <Combobox
                id={x.id}
                label="Cluster"
                value={c}
                onChange={setC}
                search={async (q) =>
                  [...Array(50)]
                    .map((_, i) => ({ id: `c${i}`, label: `cluster-${i}`, hint: 'payments' }))
                    .filter((y) => y.label.includes(q))
                }
              />
            )}
          </Field>
          <Segmented
            label="View"
            value={g}
            onChange={setG}
            segments={[
              { value: 'a', label: 'Graph' },
              { value: 'b', label: 'Table' },
            ]}
          />
        </Pane>
      </PaneGrid>
      <PaneGrid columns={3}>
        <LoadingRows rows={3} awaiting="seed fra-2" />
        <ErrorState
          title="The list could not be loaded"
          message="Seed fra-2 did not answer within 10 s."
          requestId="req_8f2k9"
          onRetry={() => {}}
        />
        <EmptyState
          title="No clusters yet"
          why="A cluster sends its logs and metrics once its agent runs."
          action={<Button variant="primary">Add cluster</Button>}
        />
      </PaneGrid>
      <ConfirmDelete open={del} onOpenChange={setDel} action="Delete cluster" name="prod-fra-04" onConfirm={() => {}}>
        Collection stops at once. What was received stays until 21 Dec 2026.
      </ConfirmDelete>
    </Frame>
  );
}
