'use client';
import { Folder, Lock, RefreshCw, SlidersHorizontal, TextSearch } from 'lucide-react';
import { useState } from 'react';
import { Coverage } from '@/features/clusters/components/coverage.tsx';
import { Pipeline } from '@/features/clusters/components/pipeline.tsx';
import { PipelineFix } from '@/features/clusters/components/pipeline-fix.tsx';
import { Badge, StatusBadge } from '@/ui/badge.tsx';
import { Button } from '@/ui/button.tsx';
import { CopyAsCurl } from '@/ui/copy-as-curl.tsx';
import { diffLines } from '@/ui/diff-lines.ts';
import { KeyValue } from '@/ui/key-value.tsx';
import { Meter } from '@/ui/meter.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Pane, PaneGrid } from '@/ui/pane.tsx';
import { Steps } from '@/ui/steps.tsx';
import { Switch } from '@/ui/switch.tsx';
import { Tabs } from '@/ui/tabs.tsx';
import { Frame } from '../frame.tsx';

export default function Page() {
  const [tab, setTab] = useState<string>('o');
  const [on, setOn] = useState(true);
  const sw = (name: string, badge: React.ReactNode) => (
    <section aria-label={name} className="flex flex-col gap-1.5 py-2.5 pr-4 pl-5 phone:px-4">
      <div className="flex items-center gap-3">
        <Switch checked={on} onChange={setOn} label={name} />
        <h2 className="font-semibold">{name}</h2>
        {badge}
        <span className="flex-1" />
        <Button variant="ghost" size="small" icon={SlidersHorizontal}>
          Configure
        </Button>
      </div>
      <p className="pl-11 text-small text-ink2 phone:hidden">
        Scrapes 96 targets, 142,300 active series. Kept 90 days in Mimir on fra-1.
      </p>
      <div className="grid grid-cols-2 gap-6 pl-11 phone:pl-0">
        <Meter label="CPU" share={0.52} value="0.21 core" of="0.40" />
        <Meter label="Memory" share={0.85} value="612 MiB" of="1 GiB" />
      </div>
    </section>
  );
  return (
    <Frame>
      <PageHeader
        title="prod-fra-01"
        crumbs={[{ label: 'Fleet', href: '/fleet' }, { label: 'payments' }]}
        badges={
          <>
            <StatusBadge status="ok" label="Reachable" fact="38 ms" />
            <StatusBadge status="ok" label="Logs" fact="3 s" />
            <StatusBadge status="late" label="Metrics" fact="19 min" />
          </>
        }
        actions={<Button icon={TextSearch}>Query logs</Button>}
      />
      <Tabs
        label="Cluster"
        value={tab}
        onChange={setTab}
        tabs={[
          {
            value: 'o',
            label: 'Overview',
            panel: (
              <>
                <PaneGrid columns={2}>
                  {sw('Monitoring', <Badge icon={Folder}>Project default</Badge>)}
                  {sw('Logging', <Badge icon={Lock}>Enforced by platform</Badge>)}
                </PaneGrid>
                <PaneGrid>
                  <Pane
                    title="Pipeline"
                    badge={<StatusBadge status="error" label="1 hop broken" />}
                    aside="live, 1 min average"
                  >
                    <Pipeline
                      label="Logs flow from 212 containers to Loki at 8,410 lines per second. Metrics are cut between agent and gateway."
                      stages={[
                        {
                          kind: 'pods',
                          name: 'Pods',
                          meta: '24 nodes',
                          logs: { value: '212 of 214', fact: 'containers read' },
                          metrics: { value: '96 of 96', fact: 'targets scraped' },
                        },
                        {
                          kind: 'agent',
                          name: 'Agent',
                          meta: '11 of 24 on 1.13',
                          logs: { status: 'ok', value: '24 of 24 ready', fact: 'buffer 0.3 %' },
                          metrics: { status: 'late', value: '1 of 1, buffering', fact: '19 min of 2 h 55 held' },
                        },
                        {
                          kind: 'gateway',
                          name: 'Gateway',
                          meta: 'fra-1',
                          logs: { status: 'ok', value: 'Accepting', fact: 'p99 18 ms' },
                          metrics: { status: 'unknown', value: 'Nothing received', fact: 'certificate valid 61 d' },
                        },
                        {
                          kind: 'store',
                          name: 'Store',
                          meta: 'fra-1',
                          logs: { status: 'ok', value: 'Loki', fact: 'newest line 3 s ago' },
                          metrics: { status: 'late', value: 'Mimir', fact: 'newest sample 19 min ago' },
                        },
                      ]}
                      hops={[
                        {
                          logs: { state: 'flowing', rate: '8,410 lines/s', fact: '2.6 MB/s' },
                          metrics: { state: 'flowing', rate: '31.2k samples/s', fact: 'every 30 s' },
                        },
                        {
                          logs: { state: 'flowing', rate: '8,410 lines/s', fact: '0 retries' },
                          metrics: { state: 'cut', rate: '0 samples/s', fact: 'since 14:12:40' },
                        },
                        {
                          logs: { state: 'flowing', rate: '8,410 lines/s', fact: '0 rejected' },
                          metrics: { state: 'starved', rate: '0 samples/s', fact: 'starved' },
                        },
                      ]}
                    />
                    <PipelineFix
                      title="Metrics stop between agent and gateway"
                      since="cut for 19 min 28 s"
                      actions={
                        <>
                          <Button size="small" variant="primary">
                            Apply this fix
                          </Button>
                          <Button size="small" icon={RefreshCw}>
                            Test again
                          </Button>
                          <CopyAsCurl size="small" request={{ method: 'POST', path: '/api/v1/x' }} />
                        </>
                      }
                      change={{
                        title: 'NetworkPolicy oriel-agent/deny-egress',
                        lines: diffLines(
                          '  policyTypes: [Egress]\n  egress: []',
                          '  policyTypes: [Egress]\n  egress:\n  - to: [{ipBlock: {cidr: 10.20.0.14/32}}]\n    ports: [{protocol: TCP, port: 8443}]',
                        ),
                      }}
                    >
                      NetworkPolicy <span className="mono">oriel-agent/deny-egress</span>, created 14:12:37 by{' '}
                      <span className="mono">kubectl</span>, denies TCP 8443 to the gateway. The log agent uses the host
                      network and is not affected. Samples are buffered and kept until ≈ 16:48.
                    </PipelineFix>
                  </Pane>
                </PaneGrid>
                <PaneGrid columns={3}>
                  <Coverage
                    found={212}
                    expected={214}
                    checked="checked 9 s ago"
                    missing={[
                      {
                        id: '1',
                        name: 'checkout/webhook-6c9d4-x7k2p · envoy',
                        state: 'silent',
                        reason: (
                          <>
                            Silent 41 min. Logs to <span className="mono">/var/log/envoy.log</span>, not to standard
                            output.
                          </>
                        ),
                        actions: (
                          <>
                            <Button size="small">How to fix</Button>
                            <Button size="small" variant="ghost">
                              Mark as expected
                            </Button>
                          </>
                        ),
                      },
                      {
                        id: '2',
                        name: 'batch/ledger-export-29381-k2x · export',
                        state: 'new',
                        reason: 'Started 38 s ago, has not written a line yet.',
                        actions: <Button size="small">Open pod</Button>,
                      },
                    ]}
                  />
                  <Pane
                    title="Agent 1.12.4 to 1.13.0"
                    badge={<StatusBadge status="running" label="Running" />}
                    aside={
                      <a className="font-medium text-accent" href="/operations/8814">
                        Operation 8814
                      </a>
                    }
                  >
                    <Steps
                      onRetry={() => {}}
                      steps={[
                        { id: '1', title: 'Preflight: version, RBAC, headroom', state: 'done', duration: '2.1 s' },
                        { id: '2', title: 'Apply manifests, 11 objects', state: 'done', duration: '4.8 s' },
                        {
                          id: '3',
                          title: 'Wave 1, 2 nodes',
                          state: 'failed',
                          duration: '1 min 04 s',
                          message: 'worker-4 did not become ready in 60 s: image pull back-off.',
                        },
                        {
                          id: '4',
                          title: 'Wave 2, 9 of 12 nodes',
                          state: 'running',
                          duration: '2 min 31 s',
                          progress: 0.75,
                          log: '14:32:06 worker-17 ready, first line after 3.2 s',
                        },
                        { id: '5', title: 'Wave 3, 10 nodes', state: 'waiting', duration: '≈ 3 min' },
                        { id: '6', title: 'Verify: coverage and rates hold', state: 'waiting', duration: '≈ 30 s' },
                      ]}
                    />
                  </Pane>
                  <Pane title="Facts">
                    <KeyValue
                      facts={[
                        { label: 'Keeps', value: 'debug lines of checkout' },
                        { label: 'Cost', value: '+312 lines/s, ≈ 0.8 GiB by the end' },
                        { label: 'Why', value: 'INC-2214' },
                      ]}
                    />
                  </Pane>
                </PaneGrid>
              </>
            ),
          },
          { value: 'p', label: 'Policy', panel: <p className="p-5">Policy</p> },
          { value: 'x', label: 'Operations', count: '14', panel: null },
        ]}
      />
    </Frame>
  );
}
