import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { CollectorKey, CollectorSighting } from '@oriel/db/collectors';
import { type AgentRole, agentRoles, ingestPaths } from '@oriel/domain/desired-state';
import { OrielError } from '@oriel/domain/errors';
import { toOrielError } from '../answer.ts';
import { pathOf } from '../route.ts';
import { decodeGetConfigRequest, encodeGetConfigResponse } from './collector-codec.ts';
import { type GetConfigRequest, getConfigRequestInJson } from './collector-messages.ts';
import { type ConnectMessage, connectError, readConnectMessage } from './connect.ts';
import type { Pipeline, PipelineCache } from './pipelines.ts';
import type { Sightings } from './sightings.ts';

export interface RemoteConfigOptions {
  /** Shown by the seed's nginx, which has checked the agent's certificate. */
  readonly token: string;
  readonly pipelines: PipelineCache;
  readonly sightings: Sightings;
  readonly onFailure: (cause: unknown) => void;
}

interface AgentCall {
  readonly clusterId: string;
  readonly role: AgentRole;
  readonly message: ConnectMessage;
}

const service = 'collector.v1.CollectorService';
const methods = ['GetConfig', 'RegisterCollector', 'UnregisterCollector'] as const;
type Method = (typeof methods)[number];

const calls = new Map<string, { role: AgentRole; method: Method }>(
  agentRoles.flatMap((role) =>
    methods.map((method) => [`${ingestPaths.remoteConfigBase(role)}/${service}/${method}`, { role, method }] as const),
  ),
);
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Alloy's remote configuration. The seed's nginx calls it for agents, by loopback or its own network; it checks
 * nothing of the agent but believes the header in which nginx names the cluster of the certificate.
 */
export function createRemoteConfigServer({ token, pipelines, sightings, onFailure }: RemoteConfigOptions): Server {
  const expected = Buffer.from(`Bearer ${token}`);

  return createServer({ noDelay: true, keepAliveTimeout: 65_000, requestTimeout: 30_000 }, (request, response) => {
    void answer(request, response).catch((cause: unknown) => {
      const error = toOrielError(cause);
      if (error.code === 'internal') onFailure(cause);
      const { status, body } = connectError(error);
      if (!response.destroyed) send(response, status, 'application/json', body);
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = request.url as string;
    const path = pathOf(url);
    const call = calls.get(path);
    if (!call) throw new OrielError('not_found', 'There is no such call.');
    const clusterId = authenticate(request);
    const message = await readConnectMessage(request, url.slice(path.length));
    const agent: AgentCall = { clusterId, role: call.role, message };
    if (call.method === 'GetConfig') return getConfig(agent, response);
    const node = nodeOf(decode(message).id, call.role);
    if (call.method === 'UnregisterCollector' && node !== undefined) {
      sightings.left({ clusterId, collectorId: `${call.role}/${node}` });
    }
    // Registering tells nothing that the first poll does not: both answers are empty messages.
    send(response, 200, typeOf(message), message.encoding === 'json' ? '{}' : '');
  }

  function authenticate({ headers }: IncomingMessage): string {
    const shown = Buffer.from(headers.authorization ?? '');
    if (shown.length !== expected.length || !timingSafeEqual(shown, expected)) {
      throw new OrielError('unauthenticated', 'Only the ingest gateway of a seed may ask here.');
    }
    const clusterId = headers['x-oriel-cluster'];
    if (typeof clusterId !== 'string' || !uuid.test(clusterId))
      throw new OrielError('bad_input', 'The request names no cluster.');
    return clusterId;
  }

  async function getConfig({ clusterId, role, message }: AgentCall, response: ServerResponse): Promise<void> {
    const request = decode(message);
    const pipeline = pipelines.peek(clusterId, role) ?? (await pipelines.get(clusterId, role));
    const key = note({ clusterId, role }, request, pipeline);
    const type = typeOf(message);
    if (request.hash !== pipeline.hash) {
      // Kept by nginx but already expired: it is served when we are away, and only then. An answer that is valid for a
      // second would swallow the report that an agent sends right after it has applied what it got.
      if (message.encoding === 'proto') send(response, 200, type, pipeline.full, '@1');
      else send(response, 200, type, JSON.stringify({ content: pipeline.text, hash: pipeline.hash }));
    } else if (key && sightings.shouldAskAgain(key, Date.now())) {
      // It started while we were away, and nginx took its report. The same text with another last line is loaded
      // anew without touching any component, and an agent tells what it runs when that has changed.
      const again = `${pipeline.text}// Asked again at ${new Date().toISOString()}.\n`;
      const answer = { content: again, hash: pipeline.hash, notModified: false };
      send(
        response,
        200,
        type,
        message.encoding === 'proto' ? encodeGetConfigResponse(answer) : JSON.stringify(answer),
      );
    } else if (message.encoding === 'proto') {
      send(response, 200, type, pipeline.unchanged);
    } else {
      send(response, 200, type, JSON.stringify({ hash: pipeline.hash, notModified: true }));
    }
  }

  function note(
    { clusterId, role }: Pick<AgentCall, 'clusterId' | 'role'>,
    request: GetConfigRequest,
    pipeline: Pipeline,
  ): CollectorKey | undefined {
    const node = nodeOf(request.id, role);
    if (node === undefined) return undefined;
    const key = { clusterId, collectorId: `${role}/${node}` };
    sightings.saw({
      ...key,
      role,
      node,
      seenAt: new Date(),
      version: request.localAttributes['collector.version']?.slice(0, 64),
      servedHash: pipeline.hash,
      status: statusOf(request, pipeline),
    });
    return key;
  }
}

/** connect-go's words for a poll that failed. Alloy then calls its configuration FAILED until the next poll succeeds. */
const failedPoll =
  /^(canceled|unknown|invalid_argument|deadline_exceeded|not_found|already_exists|permission_denied|resource_exhausted|failed_precondition|aborted|out_of_range|unimplemented|internal|unavailable|data_loss|unauthenticated): /;

/** What the agent says became of its configuration, or what follows from the text it says it runs. */
function statusOf({ status, hash, effective }: GetConfigRequest, pipeline: Pipeline): CollectorSighting['status'] {
  if (status && !(status.status === 'FAILED' && failedPoll.test(status.errorMessage)))
    return {
      status: status.status,
      message: shorten(status.errorMessage, 4_000),
    };
  const runsThis = hash === pipeline.hash && effective?.startsWith(pipeline.text);
  return runsThis ? { status: 'APPLIED', message: '' } : undefined;
}

function decode({ bytes, encoding }: ConnectMessage): GetConfigRequest {
  try {
    if (encoding === 'proto') return decodeGetConfigRequest(bytes);
    return getConfigRequestInJson.parse(JSON.parse(bytes.toString('utf8')));
  } catch (cause) {
    throw new OrielError('bad_input', 'The message is not one of collector.v1.', { cause });
  }
}

/** The node's name out of `<role>/<node>`; undefined for any other id, which is answered but not written down. */
function nodeOf(id: string, role: AgentRole): string | undefined {
  return id.startsWith(`${role}/`) ? shorten(id.slice(role.length + 1), 253) || undefined : undefined;
}

function typeOf({ encoding }: ConnectMessage): string {
  return encoding === 'json' ? 'application/json' : 'application/proto';
}

/** `caching` is for nginx: "0" keeps an answer out of its cache, "@<past time>" keeps it for bad times only. */
function send(response: ServerResponse, status: number, type: string, body: string | Buffer, caching = '0'): void {
  response.writeHead(status, [
    'content-type',
    type,
    'content-length',
    String(Buffer.byteLength(body)),
    'cache-control',
    'no-store',
    'x-accel-expires',
    caching,
  ]);
  response.end(body);
}

/** NUL cannot be stored; everything else can, up to a length that no honest agent reaches. */
function shorten(text: string, length: number): string {
  return text.replaceAll('\0', '').slice(0, length);
}
