/**
 * Metric families that the infrastructure jobs may send; everything else they expose is dropped in the cluster. A full
 * kubelet, kube-state-metrics and node-exporter expose some ten times as much. Each entry is an RE2 expression over the
 * whole name. Annotated pods are not filtered: their owners chose what they expose.
 */
export const metricFamilies = {
  /** Made by every scrape itself. */
  scrape: ['up', 'scrape_duration_seconds', 'scrape_samples_scraped', 'scrape_samples_post_metric_relabeling'],
  cadvisor: [
    'container_cpu_(usage_seconds|cfs_periods|cfs_throttled_periods|cfs_throttled_seconds)_total',
    'container_memory_(working_set_bytes|rss|cache|swap)',
    'container_network_(receive|transmit)_(bytes|errors|packets_dropped)_total',
    'container_fs_(reads|writes)_(bytes_)?total',
    'container_fs_(usage|limit)_bytes',
    'container_(oom_events_total|start_time_seconds|processes|threads)',
    'machine_(cpu_cores|memory_bytes)',
  ],
  kubelet: [
    'kubelet_node_name',
    'kubelet_running_(pods|containers)',
    'kubelet_volume_stats_(available|capacity|used)_bytes',
    'kubelet_volume_stats_inodes(_used|_free)?',
    'kubelet_(pod_start|pleg_relist)_duration_seconds_(sum|count)',
    'kubelet_runtime_operations(_errors)?_total',
    'kubelet_evictions',
  ],
  kubeStateMetrics: [
    'kube_node_(info|spec_unschedulable|spec_taint|status_condition|status_capacity|status_allocatable)',
    'kube_namespace_status_phase',
    'kube_pod_(info|owner|created|start_time|status_phase|status_ready|status_reason)',
    'kube_pod_container_(info|resource_requests|resource_limits)',
    'kube_pod_container_status_(ready|restarts_total|waiting_reason|terminated_reason|last_terminated_reason)',
    'kube_deployment_(spec_replicas|metadata_generation|status_observed_generation)',
    'kube_deployment_status_replicas(_available|_unavailable|_updated|_ready)?',
    'kube_replicaset_(owner|spec_replicas|status_ready_replicas)',
    'kube_statefulset_(replicas|metadata_generation|status_observed_generation)',
    'kube_statefulset_status_replicas(_available|_current|_ready|_updated)?',
    'kube_daemonset_status_(desired_number_scheduled|current_number_scheduled|updated_number_scheduled)',
    'kube_daemonset_status_number_(ready|available|unavailable|misscheduled)',
    'kube_job_(owner|failed|complete|spec_completions|status_active|status_failed|status_succeeded|status_start_time)',
    'kube_cronjob_(info|spec_suspend|next_schedule_time|status_last_successful_time)',
    'kube_horizontalpodautoscaler_(spec_(min|max)_replicas|status_(current|desired)_replicas)',
    'kube_persistentvolume_status_phase',
    'kube_persistentvolumeclaim_(info|status_phase|resource_requests_storage_bytes)',
    'kube_resourcequota',
  ],
  nodeExporter: [
    'node_cpu_seconds_total',
    'node_load(1|5|15)',
    'node_procs_(running|blocked)',
    'node_memory_(MemTotal|MemAvailable|MemFree|Buffers|Cached|SwapTotal|SwapFree|Slab|SReclaimable)_bytes',
    'node_filesystem_(avail|free|size)_bytes',
    'node_filesystem_(files|files_free|readonly|device_error)',
    'node_disk_((read|written)_bytes|(reads|writes)_completed|(read|write)_time_seconds)_total',
    'node_disk_io_time(_weighted)?_seconds_total',
    'node_network_(receive|transmit)_(bytes|errs|drop)_total',
    'node_pressure_(cpu|io|memory)_(waiting|stalled)_seconds_total',
    'node_vmstat_(pgmajfault|oom_kill)',
    'node_nf_conntrack_entries(_limit)?',
    'node_filefd_(allocated|maximum)',
    'node_timex_(offset_seconds|sync_status)',
    'node_(boot_time_seconds|time_seconds|uname_info|exporter_build_info)',
  ],
  agents: [
    'alloy_(build_info|config_last_load_successful|component_controller_running_components|resources_process_cpu_seconds_total)',
    'remotecfg_(load_attempts_total|load_failures_total|last_load_successful|last_load_success_timestamp_seconds)',
    'loki_source_file_(file_bytes_total|read_bytes_total|files_active_total)',
    'loki_process_(dropped_lines_total|truncated_fields_total|cri_lines_truncated_total|cri_partial_lines_flushed_total)',
    'loki_write_(sent|dropped)_(entries|bytes)_total',
    'loki_write_batch_retries_total',
    'loki_write_request_duration_seconds_(sum|count)',
    'prometheus_remote_storage_samples_(total|failed_total|dropped_total|retried_total|pending)',
    'prometheus_remote_storage_(bytes_total|shards|shards_desired|shards_max)',
    'prometheus_remote_storage_(highest_timestamp_in_seconds|queue_highest_sent_timestamp_seconds)',
    'prometheus_remote_write_wal_(samples_appended_total|storage_active_series)',
    'prometheus_target_scrapes_exceeded_(sample|body_size)_limit_total',
    'process_(cpu_seconds_total|resident_memory_bytes|start_time_seconds)',
    'go_(goroutines|memstats_heap_inuse_bytes)',
  ],
  apiServer: ['kubernetes_healthcheck'],
} as const;

/** One expression for the relabel rule that keeps these families. */
export function allowedNames(): string {
  return Object.values(metricFamilies).flat().join('|');
}
