import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type GrafanaAnswer, type GrafanaCall, GrafanaConnection } from '@oriel/seed-client/grafana/connection';
import { type RunningGrafana, startGrafana } from '@oriel/testbed/grafana/start-grafana';
import { freePort } from '@oriel/testbed/process/free-port';

/** Writes down what it asked for. */
export class RecordingConnection extends GrafanaConnection {
  readonly calls: GrafanaCall[] = [];

  override async ask(call: GrafanaCall): Promise<GrafanaAnswer> {
    this.calls.push(call);
    return super.ask(call);
  }

  override within(): GrafanaConnection {
    return this;
  }

  /** What changed something, since it was last asked. */
  takeWrites(): string[] {
    const writes = this.calls.filter(({ method = 'GET' }) => method !== 'GET');
    this.calls.length = 0;
    return writes.map(({ method, path }) => `${method} ${path}`);
  }
}

interface Raw {
  readonly orgId?: number;
  readonly body?: unknown;
  /** Login of a person, as the gateway would name them. */
  readonly as?: string;
}

/** A real Grafana of the test's own. */
export class GrafanaUnderTest {
  readonly password = randomBytes(16).toString('hex');
  readonly port: number;
  readonly connection: RecordingConnection;
  #home: string;
  #running: RunningGrafana | undefined;

  private constructor(port: number, home: string) {
    this.port = port;
    this.#home = home;
    this.connection = new RecordingConnection({ url: this.url, password: this.password });
  }

  static async start(): Promise<GrafanaUnderTest> {
    const grafana = new GrafanaUnderTest(await freePort(), await newHome());
    await grafana.start();
    return grafana;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    this.#running = await startGrafana({
      home: this.#home,
      port: this.port,
      adminPassword: this.password,
      publicOrigin: this.url,
      controlOrigin: 'http://oriel.localhost',
    });
  }

  async stop(): Promise<void> {
    await this.#running?.stop();
    this.#running = undefined;
  }

  /** Another database under the same address. Only while it is stopped. */
  async loseDatabase(): Promise<void> {
    await rm(this.#home, { recursive: true, force: true });
    this.#home = await newHome();
  }

  async end(): Promise<void> {
    await this.stop();
    await rm(this.#home, { recursive: true, force: true });
  }

  /** As somebody with a shell on Grafana's machine would ask it. */
  async ask(method: string, path: string, { orgId = 1, body, as }: Raw = {}): Promise<{ status: number; body: never }> {
    const basic = `Basic ${Buffer.from(`oriel:${this.password}`).toString('base64')}`;
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...(as === undefined ? { authorization: basic } : { 'x-webauth-user': as }),
        'content-type': 'application/json',
        'x-grafana-org-id': String(orgId),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text.startsWith('<') ? null : JSON.parse(text || 'null')) as never };
  }
}

function newHome(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'oriel-grafana-'));
}
