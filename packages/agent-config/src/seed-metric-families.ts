/**
 * What is kept of what a seed's own programs expose: some four hundred series of eight thousand. Each entry is an RE2
 * expression over the whole name.
 */
export const seedMetricFamilies = {
  every: [
    'up',
    'scrape_duration_seconds',
    'process_(cpu_seconds_total|resident_memory_bytes|start_time_seconds|open_fds|max_fds)',
    'go_(goroutines|memstats_heap_inuse_bytes)',
  ],
  loki: [
    'loki_(build_info|panic_total|inflight_requests|log_messages_total|querier_tail_active)',
    'loki_request_duration_seconds_(bucket|sum|count)',
    'loki_distributor_(bytes|lines)_received_total',
    'loki_discarded_(samples|bytes)_total',
    'loki_ingester_(memory_chunks|memory_streams|streams_created_total|flush_queue_length)',
    'loki_ingester_(chunks_flush_failures_total|wal_disk_full_failures_total|wal_disk_usage_percent)',
    'loki_query_scheduler_(queue_length|queue_duration_seconds_(sum|count))',
  ],
  mimir: [
    'cortex_(build_info|inflight_requests)',
    'cortex_request_duration_seconds_(bucket|sum|count)',
    'cortex_distributor_(samples_in|received_samples)_total',
    'cortex_discarded_(samples|requests)_total',
    'cortex_ingester_(memory_series|active_series|memory_series_(created|removed)_total|ingested_samples_failures_total)',
    'cortex_ingester_tsdb_(compactions_failed|wal_corruptions|wal_truncations_failed|out_of_order_samples_appended)_total',
    'cortex_ingester_shipper_(uploads|upload_failures)_total',
    'cortex_compactor_(runs_completed_total|runs_failed_total|last_successful_run_timestamp_seconds)',
    'cortex_bucket_stores_blocks_last_successful_sync_timestamp_seconds',
    'cortex_query_scheduler_(queue_length|queue_duration_seconds_(sum|count))',
    'cortex_prometheus_rule_(evaluations|evaluation_failures)_total',
  ],
  ingest: ['probe_(success|duration_seconds|ssl_earliest_cert_expiry)'],
  agent: [
    'alloy_build_info',
    'prometheus_remote_storage_samples_(total|failed_total|pending)',
    'loki_write_(sent|dropped)_entries_total',
  ],
} as const;

/** One expression for the relabel rule that keeps these families. */
export function allowedSeedNames(): string {
  return Object.values(seedMetricFamilies).flat().join('|');
}
