import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { bound } from '@oriel/testbed/embedded/bound';
import { ensureParts } from '@oriel/testbed/parts/ensure';
import { freePort } from '@oriel/testbed/process/free-port';
import { answers, type ManagedProcess, startProcess } from '@oriel/testbed/process/managed-process';
import { lokiConfig } from '@oriel/testbed/seed/loki-config';
import { expect, vi } from 'vitest';
import { exampleCluster } from '../golden-cases.ts';
import { renderPipeline } from '../render.ts';

export interface Line {
  readonly labels: Readonly<Record<string, string>>;
  readonly line: string;
}

/**
 * A node's log folder, a real Alloy that reads it by the pipeline as it is rendered, and a real Loki it writes to. Only
 * where the files are and where the seed is differ from a cluster's.
 */
export class NodeWithAgent {
  /** Of everything that belongs to this node: `pods` and what its programs keep. */
  readonly folder: string;
  readonly #programs: Readonly<Record<string, string>>;
  readonly #loki: ManagedProcess;
  readonly #lokiUrl: string;
  readonly #alloyPort: number;
  #alloy: ManagedProcess | undefined;
  #clock = Date.now() - 60_000;

  private constructor(parts: {
    folder: string;
    programs: Readonly<Record<string, string>>;
    loki: ManagedProcess;
    lokiUrl: string;
    alloyPort: number;
  }) {
    this.folder = parts.folder;
    this.#programs = parts.programs;
    this.#loki = parts.loki;
    this.#lokiUrl = parts.lokiUrl;
    this.#alloyPort = parts.alloyPort;
  }

  /** With an empty pod folder and no agent yet. */
  static async start(): Promise<NodeWithAgent> {
    const programs = await ensureParts(['alloy', 'loki']);
    const folder = await mkdtemp(join(tmpdir(), 'oriel-pipeline-'));
    const [lokiHttp, lokiGrpc, alloyPort] = [await freePort(), await freePort(), await freePort()];
    const lokiUrl = `http://127.0.0.1:${lokiHttp}`;
    const config = join(folder, 'loki.yaml');
    const settings = { ...lokiConfig(join(folder, 'loki'), { lokiHttp, lokiGrpc }), auth_enabled: false };
    await writeFile(config, JSON.stringify(settings));
    const loki = await startProcess(
      bound({
        name: 'loki',
        command: programs.loki ?? '',
        args: [`-config.file=${config}`],
        logFile: join(folder, 'loki.log'),
        ready: answers(`${lokiUrl}/ready`),
      }),
    );
    const node = new NodeWithAgent({ folder, programs, loki, lokiUrl, alloyPort });
    await mkdir(join(node.logFile(), '..'), { recursive: true });
    return node;
  }

  logFile(name = '0.log'): string {
    return join(this.folder, 'pods', 'shop_web-7d9f_0b3c6e0a-5d2f-4a52-9f3e-0d6b6a2f7c11', 'app', name);
  }

  /** Lines as containerd writes them, a millisecond apart. */
  cri(lines: readonly string[], { stream = 'stdout', flag = 'F' } = {}): string {
    const at = () => new Date(this.#clock++).toISOString().replace('Z', '000001Z');
    return lines.map((line) => `${at()} ${stream} ${flag} ${line}\n`).join('');
  }

  /** The rendered pipeline with this node's folder and Loki in it. */
  pipeline(keepDebugUntil: number | null = null): string {
    return renderPipeline({ ...exampleCluster, keepDebugUntil }, 'logs')
      .replaceAll('/var/log/pods', join(this.folder, 'pods'))
      .replace('https://seed.example.com:3008', this.#lokiUrl)
      .replace(/\n\t\ttls_config \{[^}]*\}\n/, '');
  }

  /** Starts the agent, or starts it anew; its positions are kept. */
  async startAgent(keepDebugUntil: number | null = null): Promise<void> {
    await this.stopAgent();
    const text = this.pipeline(keepDebugUntil);
    const config = join(this.folder, 'logs.alloy');
    const address = `127.0.0.1:${this.#alloyPort}`;
    await writeFile(config, text);
    this.#alloy = await startProcess(
      bound({
        name: 'alloy',
        command: this.#programs.alloy ?? '',
        args: [
          'run',
          config,
          `--storage.path=${this.folder}/state`,
          `--server.http.listen-addr=${address}`,
          '--disable-reporting',
        ],
        env: { ...process.env, NODE_NAME: 'node-1' },
        logFile: join(this.folder, 'alloy.log'),
        ready: answers(`http://${address}/-/ready`),
      }),
    );
  }

  async stopAgent(): Promise<void> {
    await this.#alloy?.stop();
  }

  /** The first 5000 lines that Loki has since then (nanoseconds; an hour ago by default), oldest first. */
  async query(
    selector = '{cluster="shop-eu-1"}',
    since = BigInt(Date.now() - 3_600_000) * 1_000_000n,
  ): Promise<(Line & { readonly at: string })[]> {
    const form = new URLSearchParams({ query: selector, limit: '5000', start: String(since), direction: 'forward' });
    const response = await fetch(`${this.#lokiUrl}/loki/api/v1/query_range?${form}`);
    const { data } = (await response.json()) as {
      data: { result: { stream: Record<string, string>; values: [string, string][] }[] };
    };
    return data.result
      .flatMap(({ stream, values }) => values.map(([at, line]) => ({ at, labels: stream, line })))
      .sort((a, b) => (a.at < b.at ? -1 : 1));
  }

  /** Appends to the container's log and waits until Loki has a line that contains `last`; gives all lines. */
  async write(text: string, last: string): Promise<Line[]> {
    await appendFile(this.logFile(), text);
    return this.until(last);
  }

  async until(part: string): Promise<Line[]> {
    const check = async () => {
      const lines = await this.query();
      expect(lines.map(({ line }) => line).join('\n')).toContain(part);
      return lines;
    };
    return vi.waitFor(check, { timeout: 30_000, interval: 250 });
  }

  async stop(): Promise<void> {
    await this.stopAgent();
    await this.#loki.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
