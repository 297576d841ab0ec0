import { type AgentRole, agentRoles, ingestPaths } from '@oriel/domain/desired-state';
import { OrielError } from '@oriel/domain/errors';
import { ingestFiles } from './files.ts';

export interface IngestSettings {
  /** Addresses to listen on, like `0.0.0.0:3008`. */
  readonly listen: readonly string[];
  /** `http://host:port` of Loki, of Mimir and of the gateway's listener for remote configuration. */
  readonly logsUrl: string;
  readonly metricsUrl: string;
  readonly remoteConfigUrl: string;
  /** Account of nginx's worker process; needed where nginx starts as root and `nobody` may not enter the folder. */
  readonly user?: string;
}

const service = 'collector.v1.CollectorService';
/** How the control plane names itself when it only looks whether nginx answers. */
export const healthUserAgent = 'oriel-health';

const couldNotTake = 'The ingest gateway could not take this request; keep the data and try again.\\n';

/**
 * nginx's whole configuration for one seed. Paths are relative to the folder that nginx is started with
 * (`nginx -p <folder> -c nginx.conf`). Verified against nginx 1.22.
 * Agents drop a batch at any 4xx but 429, so the gateway's own faults are 5xx.
 */
export function renderNginxConfig(settings: IngestSettings): string {
  return `${settings.user === undefined ? '' : `user ${settings.user};\n`}daemon off;
worker_processes 1;
worker_shutdown_timeout 10s;
pid ${ingestFiles.pid};
error_log ${ingestFiles.errorLog} warn;
events {
  worker_connections 4096;
}
http {
  server_tokens off;
  default_type text/plain;
  log_format refusals escape=json '{"at":"$time_iso8601","cluster":"$oriel_cluster","verify":"$ssl_client_verify","method":"$request_method","path":"$uri","status":$status,"upstream":"$upstream_status","seconds":$request_time,"bytes":$request_length}';
  map_hash_max_size 16384;
  map_hash_bucket_size 128;
  # What went well is not noted, nor that the control plane looked whether the door is shut.
  map "$status $http_user_agent" $oriel_log { "~^2" 0; "403 ${healthUserAgent}" 0; default 1; }
  access_log ${ingestFiles.accessLog} refusals if=$oriel_log;

  # The subject of an agent's certificate is the cluster id and nothing else.
  map $ssl_client_s_dn $oriel_cluster {
    default "";
    "~^CN=(?<cn>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$" $cn;
  }
  map $oriel_cluster $oriel_tenant {
    default "";
    include ${ingestFiles.tenantMap};
  }
  # An expired certificate is a fault to wait for, not a reason to drop data.
  map $ssl_client_verify $oriel_expired {
    default 0;
    "~certificate has expired" 1;
    "~certificate is not yet valid" 1;
  }

  client_body_temp_path ${ingestFiles.temporary}/body;
  proxy_temp_path ${ingestFiles.temporary}/proxy;
  fastcgi_temp_path ${ingestFiles.temporary}/unused;
  uwsgi_temp_path ${ingestFiles.temporary}/unused;
  scgi_temp_path ${ingestFiles.temporary}/unused;
  proxy_cache_path ${ingestFiles.cache} levels=1:2 keys_zone=remote_config:8m inactive=30d max_size=512m use_temp_path=off;

  upstream logs { server ${hostOf(settings.logsUrl)} max_fails=0; keepalive 16; }
  upstream metrics { server ${hostOf(settings.metricsUrl)} max_fails=0; keepalive 16; }
  upstream remote_config { server ${hostOf(settings.remoteConfigUrl)} max_fails=0; keepalive 4; }

  proxy_http_version 1.1;
  proxy_connect_timeout 3s;
  # Upstream headers are built from nothing: whatever the client sends beside these never arrives.
  proxy_pass_request_headers off;

  server {
${settings.listen.map((address) => `    listen ${address} ssl default_server;`).join('\n')}
    ssl_certificate ${ingestFiles.serverCert};
    ssl_certificate_key ${ingestFiles.serverKey};
    ssl_protocols TLSv1.2 TLSv1.3;
    ssl_session_cache shared:agents:4m;
    ssl_session_timeout 10m;
    # "on" would answer 400 by itself; "optional" leaves the verdict to the rules below.
    ssl_verify_client optional;
    ssl_client_certificate ${ingestFiles.caCert};
    ssl_verify_depth 1;
    keepalive_requests 100000;
    large_client_header_buffers 4 32k;
    client_max_body_size 64m;

    error_page 495 496 497 = @refused;
    error_page 404 405 408 411 412 413 416 421 431 494 = @own_fault;
    # These may come before there is a path, and nginx answers 500 when it shall name a location without one.
    error_page 400 414 = /unreadable;
    if ($oriel_tenant = "") { return 403 "No tenant is mapped to this certificate: the cluster is unknown or was revoked.\\n"; }

${pushLocation(ingestPaths.logsPush, 'logs')}
${pushLocation(ingestPaths.metricsPush, 'metrics')}
${agentRoles.map(remoteConfigLocations).join('\n')}
    location / { return 403 "This path is not open.\\n"; }
    location @refused {
      if ($oriel_expired) { return 503 "The client certificate is not valid now. It is renewed by the control plane; keep the data and try again.\\n"; }
      return 403 "A client certificate of this seed is needed.\\n";
    }
    location @own_fault { return 503 "${couldNotTake}"; }
    location = /unreadable { internal; return 503 "${couldNotTake}"; }
    location @too_large {
      if ($upstream_status = 413) { return 413; }
      return 503 "The request is larger than the ingest gateway takes.\\n";
    }
    location @empty { default_type application/proto; return 200 ""; }
  }
}
`;
}

/** The store's own verdicts on data (400, 413, 422, 429) pass; what can only be a fault of ours becomes 503. */
function pushLocation(path: string, upstream: 'logs' | 'metrics'): string {
  return `    location = ${path} {
      limit_except POST { deny all; }
      set $args "";
      proxy_request_buffering off;
      proxy_read_timeout 60s;
      proxy_intercept_errors on;
      error_page 401 402 404 405 406 407 408 409 410 411 412 414 415 416 421 426 431 = @own_fault;
      error_page 413 = @too_large;
      proxy_set_header Connection "";
      proxy_set_header X-Scope-OrgID $oriel_tenant;
      proxy_set_header Content-Type $content_type;
      proxy_set_header Content-Encoding $http_content_encoding;
      proxy_set_header User-Agent $http_user_agent;
      proxy_set_header X-Prometheus-Remote-Write-Version $http_x_prometheus_remote_write_version;
      proxy_pass http://${upstream};
    }`;
}

function remoteConfigLocations(role: AgentRole): string {
  const base = `${ingestPaths.remoteConfigBase(role)}/${service}`;
  const upstream = `proxy_pass http://remote_config;
      proxy_set_header Connection "";
      proxy_set_header Content-Type $content_type;
      proxy_set_header Connect-Protocol-Version $http_connect_protocol_version;
      proxy_set_header User-Agent $http_user_agent;
      proxy_set_header X-Oriel-Cluster $oriel_cluster;
      include ${ingestFiles.remoteConfigToken};`;
  return `    # An agent that cannot register at start exits: nginx answers for the control plane.
    location = ${base}/RegisterCollector {
      default_type application/proto;
      if ($request_method != POST) { return 403; }
      return 200 "";
    }
    location = ${base}/UnregisterCollector {
      limit_except POST { deny all; }
      proxy_read_timeout 3s;
      proxy_intercept_errors on;
      error_page 400 401 404 405 408 409 413 415 422 429 500 501 502 503 504 = @empty;
      ${upstream}
    }
    # Key without the body: a node that never asked before also gets the cluster's last configuration.
    # "not modified" carries X-Accel-Expires: 0 and so never replaces a full answer.
    location = ${base}/GetConfig {
      limit_except GET POST { deny all; }
      client_max_body_size 1m;
      proxy_read_timeout 10s;
      proxy_intercept_errors on;
      error_page 400 401 402 404 405 408 409 410 415 422 429 = @own_fault;
      proxy_cache remote_config;
      proxy_cache_key "$oriel_cluster|${role}";
      proxy_cache_methods GET HEAD POST;
      proxy_cache_valid 200 1s;
      proxy_cache_use_stale error timeout invalid_header http_500 http_502 http_503 http_504 http_429;
      proxy_ignore_headers Cache-Control Expires Set-Cookie Vary;
      ${upstream}
    }`;
}

/** `host:port` of an upstream. The stores stand beside nginx, so the hop is plain HTTP without a path. */
function hostOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'http:' || url.pathname !== '/' || url.search !== '' || url.username !== '') {
    throw new OrielError('bad_input', `The ingest gateway needs an address like http://127.0.0.1:3004, not "${text}".`);
  }
  return url.port === '' ? `${url.hostname}:80` : url.host;
}
