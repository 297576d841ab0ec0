import { join } from 'node:path';
import type { Ports } from '../ports.ts';

/**
 * Loki as one process for the embedded seed: small enough for a laptop, strict enough that what
 * works here works against a large Loki. Reference: Loki 3.7, "Grafana Loki configuration parameters".
 *
 * @param folder absolute; every file Loki writes lies below it.
 */
export function lokiConfig(folder: string, ports: Pick<Ports, 'lokiHttp' | 'lokiGrpc'>) {
  const ring = { kvstore: { store: 'inmemory' } };
  // A lone instance has nobody to wait for: the defaults hold `/ready` back for 15 s and more.
  const immediately = { min_ready_duration: '0s', join_after: '0s', observe_period: '0s', final_sleep: '0s' };
  return {
    target: 'all',
    // Every request names its tenant; nginx and the gateway are the only ones that do.
    auth_enabled: true,
    server: {
      http_listen_address: '127.0.0.1',
      http_listen_port: ports.lokiHttp,
      grpc_listen_address: '127.0.0.1',
      grpc_listen_port: ports.lokiGrpc,
      log_level: 'warn',
      grpc_server_max_recv_msg_size: 32 * 1024 * 1024,
      grpc_server_max_send_msg_size: 32 * 1024 * 1024,
      // A query of 30 days takes longer than the 30 s that Loki otherwise allows an answer.
      http_server_write_timeout: '130s',
    },
    common: {
      path_prefix: folder,
      instance_addr: '127.0.0.1',
      replication_factor: 1,
      ring,
      storage: {
        filesystem: { chunks_directory: join(folder, 'chunks'), rules_directory: join(folder, 'rules') },
      },
    },
    schema_config: {
      configs: [
        {
          from: '2024-01-01',
          store: 'tsdb',
          object_store: 'filesystem',
          schema: 'v13',
          index: { prefix: 'index_', period: '24h' },
        },
      ],
    },
    ingester: {
      lifecycler: { ...immediately, ring: { ...ring, replication_factor: 1 } },
      // The log on disk keeps lines through a crash; the flush keeps the next start from replaying it.
      wal: { enabled: true, flush_on_shutdown: true, replay_memory_ceiling: '256MB' },
      chunk_encoding: 'snappy',
      chunk_idle_period: '30m',
      max_chunk_age: '2h',
    },
    // What `/patterns` answers from.
    pattern_ingester: { enabled: true, lifecycler: { ...immediately, ring: { ...ring, replication_factor: 1 } } },
    limits_config: lokiLimits,
    query_range: {
      cache_results: true,
      // One process on few processors gains nothing by cutting a query up, and its neighbours lose.
      parallelise_shardable_queries: false,
      results_cache: { cache: { embedded_cache: { enabled: true, max_size_mb: 32, ttl: '10m' } } },
    },
    // A worker whose query is cancelled pauses for up to 5 s: so many that a few who change their mind, or a query that
    // has its lines before all its parts are done, leave some for the others. The gateway bounds what runs together.
    // Administrators read all projects, in parts of at most a hundred tenants: "a|b|c" in one request.
    querier: { max_concurrent: 64, query_ingesters_within: '3h', multi_tenant_queries_enabled: true },
    query_scheduler: { max_outstanding_requests_per_tenant: 1024 },
    // The frontend looks for its scheduler at once, finds it still starting, and by default waits 10 s to look again.
    frontend: { encoding: 'protobuf', scheduler_dns_lookup_period: '1s' },
    compactor: {
      working_directory: join(folder, 'compactor'),
      compaction_interval: '10m',
      retention_enabled: true,
      retention_delete_delay: '2h',
      delete_request_store: 'filesystem',
    },
    analytics: { reporting_enabled: false },
    tracing: { enabled: false },
  };
}

const lokiLimits = {
  allow_structured_metadata: true,
  volume_enabled: true,
  retention_period: '336h',
  // Agents deliver the backlog of an outage as late as this; beyond it a line is refused.
  reject_old_samples: true,
  reject_old_samples_max_age: '168h',
  unordered_writes: true,
  max_entries_limit_per_query: 5000,
  // Thirty days and an hour, Loki's own default: what the time picker offers as its longest range.
  max_query_length: '721h',
  max_query_series: 1000,
  // Not cut up by days, the default: the parts of one query would take the processors from the others', and parts that
  // are cancelled because the first had all the lines asked for hold up whoever comes next. Measured over midnight: the
  // p95 of a small query 126 ms in place of 7.
  split_queries_by_interval: '0',
  query_timeout: '2m',
  ingestion_rate_mb: 32,
  ingestion_burst_size_mb: 64,
  per_stream_rate_limit: '16MB',
  per_stream_rate_limit_burst: '32MB',
  max_global_streams_per_user: 20_000,
  // Labels are the platform's: an extra service_name would make more streams, and level is a label already.
  discover_service_name: [],
  discover_log_levels: false,
};
