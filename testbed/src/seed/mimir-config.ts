import { join } from 'node:path';
import type { Ports } from '../ports.ts';

/**
 * Mimir as one process for the embedded seed. Reference: Mimir 3, "Grafana Mimir configuration parameters".
 *
 * @param folder absolute; every file Mimir writes lies below it.
 * @param mostTenants that one query may read.
 */
export function mimirConfig(folder: string, ports: Pick<Ports, 'mimirHttp' | 'mimirGrpc'>, mostTenants = 100) {
  const alone = {
    kvstore: { store: 'inmemory' },
    instance_addr: '127.0.0.1',
    // Nobody listens: heartbeats of a ring of one are only work.
    heartbeat_period: '1m',
    heartbeat_timeout: '10m',
  };
  return {
    target: 'all,alertmanager',
    // Every request names its tenant; nginx and the gateway are the only ones that do.
    multitenancy_enabled: true,
    // Administrators read all projects, in parts of as many tenants: "a|b|c" in one request.
    tenant_federation: { enabled: true, max_tenants: mostTenants },
    server: {
      http_listen_address: '127.0.0.1',
      http_listen_port: ports.mimirHttp,
      grpc_listen_address: '127.0.0.1',
      grpc_listen_port: ports.mimirGrpc,
      log_level: 'warn',
    },
    common: { storage: { backend: 'filesystem', filesystem: { dir: join(folder, 'objects') } } },
    blocks_storage: {
      storage_prefix: 'blocks',
      tsdb: {
        dir: join(folder, 'tsdb'),
        // Each tenant has a database of its own, and with it as many locks: a megabyte and a half by default.
        stripe_size: 1_024,
        // A second more to stop, so that the next start has no log of samples to replay.
        flush_blocks_on_shutdown: true,
      },
      bucket_store: { sync_dir: join(folder, 'tsdb-sync'), sync_interval: '5m' },
    },
    // A lone instance has nobody to wait for: the default holds `/ready` back for 15 s.
    ingester: {
      ring: { ...alone, replication_factor: 1, num_tokens: 128, min_ready_duration: '0s', final_sleep: '0s' },
    },
    distributor: { ring: alone },
    compactor: { data_dir: join(folder, 'compactor'), compaction_interval: '30m', sharding_ring: alone },
    store_gateway: { sharding_ring: { ...alone, replication_factor: 1 } },
    ruler: { rule_path: join(folder, 'rules'), ring: alone },
    ruler_storage: { backend: 'filesystem', filesystem: { dir: join(folder, 'rules-stored') } },
    // Each project that has none of its own gets Mimir's own fallback configuration, which notifies nobody.
    alertmanager: { data_dir: join(folder, 'alertmanager'), sharding_ring: { ...alone, replication_factor: 1 } },
    alertmanager_storage: { backend: 'filesystem', filesystem: { dir: join(folder, 'alertmanager-stored') } },
    querier: { max_concurrent: 4, ring: alone },
    // Otherwise the address of the machine's network card, where nothing listens.
    frontend: { address: '127.0.0.1' },
    query_scheduler: { max_outstanding_requests_per_tenant: 800 },
    activity_tracker: { filepath: join(folder, 'activity.log') },
    usage_stats: { enabled: false },
    limits: {
      ruler_alertmanager_client_config: { alertmanager_url: `http://127.0.0.1:${ports.mimirHttp}/alertmanager` },
      // A project's receivers must not reach this machine or its neighbours.
      alertmanager_receivers_firewall_block_private_addresses: true,
      compactor_blocks_retention_period: '30d',
      // Agents hold the samples of an outage for at most 8 hours and deliver them late, while the
      // other clusters of the project have moved on. Mimir's default of 0 would refuse all of them.
      out_of_order_time_window: '8h',
      ingestion_rate: 50_000,
      ingestion_burst_size: 500_000,
      max_global_series_per_user: 300_000,
      max_total_query_length: '12000h',
      // The days of one query one after the other: side by side they take the processors from others' queries.
      max_query_parallelism: 1,
      max_cache_freshness: '10m',
    },
  };
}
