// Written by scripts/metric-help.ts; what is scraped itself, and what no cluster at hand exposes, by hand.
import type { MetricHelp } from '../read-help.ts';

/** By name; a histogram by its name without _sum and _count. */
export const metricHelp: Readonly<Record<string, MetricHelp>> = {
  "alloy_build_info": {
    "type": "gauge",
    "help": "A metric with a constant '1' value labeled by version, revision, branch, goversion from which alloy was built, and the goos and goarch for the build."
  },
  "alloy_component_controller_running_components": {
    "type": "gauge",
    "help": "Total number of running components."
  },
  "alloy_config_last_load_successful": {
    "type": "gauge",
    "help": "Config loaded successfully."
  },
  "alloy_resources_process_cpu_seconds_total": {
    "type": "counter",
    "help": "Total user and system CPU time spent in seconds."
  },
  "container_cpu_cfs_periods_total": {
    "type": "counter",
    "help": "Number of elapsed enforcement period intervals."
  },
  "container_cpu_cfs_throttled_periods_total": {
    "type": "counter",
    "help": "Number of throttled period intervals."
  },
  "container_cpu_cfs_throttled_seconds_total": {
    "type": "counter",
    "help": "Total time duration the container has been throttled."
  },
  "container_cpu_usage_seconds_total": {
    "type": "counter",
    "help": "Cumulative cpu time consumed in seconds."
  },
  "container_fs_limit_bytes": {
    "type": "gauge",
    "help": "Number of bytes that can be consumed by the container on this filesystem."
  },
  "container_fs_reads_total": {
    "type": "counter",
    "help": "Cumulative count of reads completed"
  },
  "container_fs_usage_bytes": {
    "type": "gauge",
    "help": "Number of bytes that are consumed by the container on this filesystem."
  },
  "container_fs_writes_total": {
    "type": "counter",
    "help": "Cumulative count of writes completed"
  },
  "container_memory_cache": {
    "type": "gauge",
    "help": "Number of bytes of page cache memory."
  },
  "container_memory_rss": {
    "type": "gauge",
    "help": "Size of RSS in bytes."
  },
  "container_memory_swap": {
    "type": "gauge",
    "help": "Container swap usage in bytes."
  },
  "container_memory_working_set_bytes": {
    "type": "gauge",
    "help": "Current working set in bytes."
  },
  "container_network_receive_bytes_total": {
    "type": "counter",
    "help": "Cumulative count of bytes received"
  },
  "container_network_receive_errors_total": {
    "type": "counter",
    "help": "Cumulative count of errors encountered while receiving"
  },
  "container_network_receive_packets_dropped_total": {
    "type": "counter",
    "help": "Cumulative count of packets dropped while receiving"
  },
  "container_network_transmit_bytes_total": {
    "type": "counter",
    "help": "Cumulative count of bytes transmitted"
  },
  "container_network_transmit_errors_total": {
    "type": "counter",
    "help": "Cumulative count of errors encountered while transmitting"
  },
  "container_network_transmit_packets_dropped_total": {
    "type": "counter",
    "help": "Cumulative count of packets dropped while transmitting"
  },
  "container_oom_events_total": {
    "type": "counter",
    "help": "Count of out of memory events observed for the container"
  },
  "container_processes": {
    "type": "gauge",
    "help": "Number of processes running inside the container."
  },
  "container_start_time_seconds": {
    "type": "gauge",
    "help": "Start time of the container since unix epoch in seconds."
  },
  "container_threads": {
    "type": "gauge",
    "help": "Number of threads running inside the container"
  },
  "go_goroutines": {
    "type": "gauge",
    "help": "Number of goroutines that currently exist."
  },
  "go_memstats_heap_inuse_bytes": {
    "type": "gauge",
    "help": "Number of heap bytes that are in use. Equals to /memory/classes/heap/objects:bytes + /memory/classes/heap/unused:bytes"
  },
  "kube_cronjob_info": {
    "type": "gauge",
    "help": "Info about cronjob."
  },
  "kube_cronjob_next_schedule_time": {
    "type": "gauge",
    "help": "Next time the cronjob should be scheduled, as Unix time."
  },
  "kube_cronjob_spec_suspend": {
    "type": "gauge",
    "help": "Suspend flag tells the controller to suspend subsequent executions."
  },
  "kube_cronjob_status_last_successful_time": {
    "type": "gauge",
    "help": "When the job was last completed successfully, as Unix time."
  },
  "kube_daemonset_status_current_number_scheduled": {
    "type": "gauge",
    "help": "The number of nodes running at least one daemon pod and are supposed to."
  },
  "kube_daemonset_status_desired_number_scheduled": {
    "type": "gauge",
    "help": "The number of nodes that should be running the daemon pod."
  },
  "kube_daemonset_status_number_available": {
    "type": "gauge",
    "help": "The number of nodes that should be running the daemon pod and have one or more of the daemon pod running and available"
  },
  "kube_daemonset_status_number_misscheduled": {
    "type": "gauge",
    "help": "The number of nodes running a daemon pod but are not supposed to."
  },
  "kube_daemonset_status_number_ready": {
    "type": "gauge",
    "help": "The number of nodes that should be running the daemon pod and have one or more of the daemon pod running and ready."
  },
  "kube_daemonset_status_number_unavailable": {
    "type": "gauge",
    "help": "The number of nodes that should be running the daemon pod and have none of the daemon pod running and available"
  },
  "kube_daemonset_status_updated_number_scheduled": {
    "type": "gauge",
    "help": "The total number of nodes that are running updated daemon pod"
  },
  "kube_deployment_metadata_generation": {
    "type": "gauge",
    "help": "Sequence number representing a specific generation of the desired state."
  },
  "kube_deployment_spec_replicas": {
    "type": "gauge",
    "help": "Number of desired pods for a deployment."
  },
  "kube_deployment_status_observed_generation": {
    "type": "gauge",
    "help": "The generation observed by the deployment controller."
  },
  "kube_deployment_status_replicas": {
    "type": "gauge",
    "help": "The number of replicas per deployment."
  },
  "kube_deployment_status_replicas_available": {
    "type": "gauge",
    "help": "The number of available replicas per deployment."
  },
  "kube_deployment_status_replicas_ready": {
    "type": "gauge",
    "help": "The number of ready replicas per deployment."
  },
  "kube_deployment_status_replicas_unavailable": {
    "type": "gauge",
    "help": "The number of unavailable replicas per deployment."
  },
  "kube_deployment_status_replicas_updated": {
    "type": "gauge",
    "help": "The number of updated replicas per deployment."
  },
  "kube_horizontalpodautoscaler_spec_max_replicas": {
    "type": "gauge",
    "help": "Upper limit for the number of pods that can be set by the autoscaler."
  },
  "kube_horizontalpodautoscaler_spec_min_replicas": {
    "type": "gauge",
    "help": "Lower limit for the number of pods that can be set by the autoscaler, default 1."
  },
  "kube_horizontalpodautoscaler_status_current_replicas": {
    "type": "gauge",
    "help": "Current number of replicas of pods managed by this autoscaler."
  },
  "kube_horizontalpodautoscaler_status_desired_replicas": {
    "type": "gauge",
    "help": "Desired number of replicas of pods managed by this autoscaler."
  },
  "kube_job_complete": {
    "type": "gauge",
    "help": "The job has completed its execution."
  },
  "kube_job_failed": {
    "type": "gauge",
    "help": "The job has failed its execution."
  },
  "kube_job_owner": {
    "type": "gauge",
    "help": "Information about the Job's owner."
  },
  "kube_job_spec_completions": {
    "type": "gauge",
    "help": "The desired number of successfully finished pods the job should be run with."
  },
  "kube_job_status_active": {
    "type": "gauge",
    "help": "The number of actively running pods."
  },
  "kube_job_status_failed": {
    "type": "gauge",
    "help": "The number of pods which reached Phase Failed and the reason for failure."
  },
  "kube_job_status_start_time": {
    "type": "gauge",
    "help": "Unix time at which the job was acknowledged by the Job Manager."
  },
  "kube_job_status_succeeded": {
    "type": "gauge",
    "help": "The number of pods which reached Phase Succeeded."
  },
  "kube_namespace_status_phase": {
    "type": "gauge",
    "help": "kubernetes namespace status phase."
  },
  "kube_node_info": {
    "type": "gauge",
    "help": "Information about a cluster node."
  },
  "kube_node_spec_taint": {
    "type": "gauge",
    "help": "The taint of a cluster node."
  },
  "kube_node_spec_unschedulable": {
    "type": "gauge",
    "help": "Whether a node can schedule new pods."
  },
  "kube_node_status_allocatable": {
    "type": "gauge",
    "help": "The allocatable for different resources of a node that are available for scheduling."
  },
  "kube_node_status_capacity": {
    "type": "gauge",
    "help": "The capacity for different resources of a node."
  },
  "kube_node_status_condition": {
    "type": "gauge",
    "help": "The condition of a cluster node."
  },
  "kube_persistentvolume_status_phase": {
    "type": "gauge",
    "help": "The phase indicates if a volume is available, bound to a claim, or released by a claim."
  },
  "kube_persistentvolumeclaim_info": {
    "type": "gauge",
    "help": "Information about persistent volume claim."
  },
  "kube_persistentvolumeclaim_resource_requests_storage_bytes": {
    "type": "gauge",
    "help": "The capacity of storage requested by the persistent volume claim."
  },
  "kube_persistentvolumeclaim_status_phase": {
    "type": "gauge",
    "help": "The phase the persistent volume claim is currently in."
  },
  "kube_pod_container_info": {
    "type": "gauge",
    "help": "Information about a container in a pod."
  },
  "kube_pod_container_resource_limits": {
    "type": "gauge",
    "help": "The number of requested limit resource by a container. It is recommended to use the kube_pod_resource_limits metric exposed by kube-scheduler instead, as it is more precise."
  },
  "kube_pod_container_resource_requests": {
    "type": "gauge",
    "help": "The number of requested request resource by a container. It is recommended to use the kube_pod_resource_requests metric exposed by kube-scheduler instead, as it is more precise."
  },
  "kube_pod_container_status_last_terminated_reason": {
    "type": "gauge",
    "help": "Describes the last reason the container was in terminated state."
  },
  "kube_pod_container_status_ready": {
    "type": "gauge",
    "help": "Describes whether the containers readiness check succeeded."
  },
  "kube_pod_container_status_restarts_total": {
    "type": "counter",
    "help": "The number of container restarts per container."
  },
  "kube_pod_container_status_terminated_reason": {
    "type": "gauge",
    "help": "Describes the reason the container is currently in terminated state."
  },
  "kube_pod_container_status_waiting_reason": {
    "type": "gauge",
    "help": "Describes the reason the container is currently in waiting state."
  },
  "kube_pod_created": {
    "type": "gauge",
    "help": "Unix creation timestamp"
  },
  "kube_pod_info": {
    "type": "gauge",
    "help": "Information about pod."
  },
  "kube_pod_owner": {
    "type": "gauge",
    "help": "Information about the Pod's owner."
  },
  "kube_pod_start_time": {
    "type": "gauge",
    "help": "Start time in unix timestamp for a pod."
  },
  "kube_pod_status_phase": {
    "type": "gauge",
    "help": "The pods current phase."
  },
  "kube_pod_status_ready": {
    "type": "gauge",
    "help": "Describes whether the pod is ready to serve requests."
  },
  "kube_pod_status_reason": {
    "type": "gauge",
    "help": "The pod status reasons"
  },
  "kube_replicaset_owner": {
    "type": "gauge",
    "help": "Information about the ReplicaSet's owner."
  },
  "kube_replicaset_spec_replicas": {
    "type": "gauge",
    "help": "Number of desired pods for a ReplicaSet."
  },
  "kube_replicaset_status_ready_replicas": {
    "type": "gauge",
    "help": "The number of ready replicas per ReplicaSet."
  },
  "kube_resourcequota": {
    "type": "gauge",
    "help": "Information about resource quota."
  },
  "kube_statefulset_metadata_generation": {
    "type": "gauge",
    "help": "Sequence number representing a specific generation of the desired state for the StatefulSet."
  },
  "kube_statefulset_replicas": {
    "type": "gauge",
    "help": "Number of desired pods for a StatefulSet."
  },
  "kube_statefulset_status_observed_generation": {
    "type": "gauge",
    "help": "The generation observed by the StatefulSet controller."
  },
  "kube_statefulset_status_replicas": {
    "type": "gauge",
    "help": "The number of replicas per StatefulSet."
  },
  "kube_statefulset_status_replicas_available": {
    "type": "gauge",
    "help": "The number of available replicas per StatefulSet."
  },
  "kube_statefulset_status_replicas_current": {
    "type": "gauge",
    "help": "The number of current replicas per StatefulSet."
  },
  "kube_statefulset_status_replicas_ready": {
    "type": "gauge",
    "help": "The number of ready replicas per StatefulSet."
  },
  "kube_statefulset_status_replicas_updated": {
    "type": "gauge",
    "help": "The number of updated replicas per StatefulSet."
  },
  "kubelet_evictions": {
    "type": "counter",
    "help": "Cumulative number of pod evictions by eviction signal"
  },
  "kubelet_node_name": {
    "type": "gauge",
    "help": "The node's name. The count is always 1."
  },
  "kubelet_pleg_relist_duration_seconds": {
    "type": "histogram",
    "help": "Duration in seconds for relisting pods in PLEG."
  },
  "kubelet_pod_start_duration_seconds": {
    "type": "histogram",
    "help": "Duration in seconds from kubelet seeing a pod for the first time to the pod starting to run"
  },
  "kubelet_running_containers": {
    "type": "gauge",
    "help": "Number of containers currently running"
  },
  "kubelet_running_pods": {
    "type": "gauge",
    "help": "Number of pods that have a running pod sandbox"
  },
  "kubelet_runtime_operations_errors_total": {
    "type": "counter",
    "help": "Cumulative number of runtime operation errors by operation type."
  },
  "kubelet_runtime_operations_total": {
    "type": "counter",
    "help": "Cumulative number of runtime operations by operation type."
  },
  "kubelet_volume_stats_available_bytes": {
    "type": "gauge",
    "help": "Number of available bytes in the volume"
  },
  "kubelet_volume_stats_capacity_bytes": {
    "type": "gauge",
    "help": "Capacity in bytes of the volume"
  },
  "kubelet_volume_stats_inodes": {
    "type": "gauge",
    "help": "Maximum number of inodes in the volume"
  },
  "kubelet_volume_stats_inodes_free": {
    "type": "gauge",
    "help": "Number of free inodes in the volume"
  },
  "kubelet_volume_stats_inodes_used": {
    "type": "gauge",
    "help": "Number of used inodes in the volume"
  },
  "kubelet_volume_stats_used_bytes": {
    "type": "gauge",
    "help": "Number of used bytes in the volume"
  },
  "kubernetes_healthcheck": {
    "type": "gauge",
    "help": "This metric records the result of a single healthcheck."
  },
  "loki_process_cri_lines_truncated_total": {
    "type": "counter",
    "help": "A count of lines that were truncated due to the max_partial_line_size limit"
  },
  "loki_process_cri_partial_lines_flushed_total": {
    "type": "counter",
    "help": "A count of partial lines that were flushed prematurely due to the max_partial_lines limit being exceeded"
  },
  "loki_process_dropped_lines_total": {
    "type": "counter",
    "help": "A count of all log lines dropped as a result of a pipeline stage"
  },
  "loki_source_file_file_bytes_total": {
    "type": "gauge",
    "help": "Number of bytes total."
  },
  "loki_source_file_files_active_total": {
    "type": "gauge",
    "help": "Number of active files."
  },
  "loki_source_file_read_bytes_total": {
    "type": "gauge",
    "help": "Number of bytes read."
  },
  "loki_write_batch_retries_total": {
    "type": "counter",
    "help": "Number of times batches has had to be retried."
  },
  "loki_write_dropped_bytes_total": {
    "type": "counter",
    "help": "Number of bytes dropped because failed to be sent to the ingester after all retries."
  },
  "loki_write_dropped_entries_total": {
    "type": "counter",
    "help": "Number of log entries dropped because failed to be sent to the ingester after all retries."
  },
  "loki_write_request_duration_seconds": {
    "type": "histogram",
    "help": "Duration of send requests."
  },
  "loki_write_sent_bytes_total": {
    "type": "counter",
    "help": "Number of bytes sent."
  },
  "loki_write_sent_entries_total": {
    "type": "counter",
    "help": "Number of log entries sent to the ingester."
  },
  "machine_cpu_cores": {
    "type": "gauge",
    "help": "Number of logical CPU cores."
  },
  "machine_memory_bytes": {
    "type": "gauge",
    "help": "Amount of memory installed on the machine."
  },
  "node_boot_time_seconds": {
    "type": "gauge",
    "help": "Node boot time, in unixtime."
  },
  "node_cpu_seconds_total": {
    "type": "counter",
    "help": "Seconds the CPUs spent in each mode."
  },
  "node_disk_io_time_seconds_total": {
    "type": "counter",
    "help": "Total seconds spent doing I/Os."
  },
  "node_disk_io_time_weighted_seconds_total": {
    "type": "counter",
    "help": "The weighted # of seconds spent doing I/Os."
  },
  "node_disk_read_bytes_total": {
    "type": "counter",
    "help": "The total number of bytes read successfully."
  },
  "node_disk_read_time_seconds_total": {
    "type": "counter",
    "help": "The total number of seconds spent by all reads."
  },
  "node_disk_reads_completed_total": {
    "type": "counter",
    "help": "The total number of reads completed successfully."
  },
  "node_disk_write_time_seconds_total": {
    "type": "counter",
    "help": "This is the total number of seconds spent by all writes."
  },
  "node_disk_writes_completed_total": {
    "type": "counter",
    "help": "The total number of writes completed successfully."
  },
  "node_disk_written_bytes_total": {
    "type": "counter",
    "help": "The total number of bytes written successfully."
  },
  "node_exporter_build_info": {
    "type": "gauge",
    "help": "A metric with a constant '1' value labeled by version, revision, branch, goversion from which node_exporter was built, and the goos and goarch for the build."
  },
  "node_filefd_allocated": {
    "type": "gauge",
    "help": "File descriptor statistics: allocated."
  },
  "node_filefd_maximum": {
    "type": "gauge",
    "help": "File descriptor statistics: maximum."
  },
  "node_filesystem_avail_bytes": {
    "type": "gauge",
    "help": "Filesystem space available to non-root users in bytes."
  },
  "node_filesystem_device_error": {
    "type": "gauge",
    "help": "Whether an error occurred while getting statistics for the given device."
  },
  "node_filesystem_files": {
    "type": "gauge",
    "help": "Filesystem total file nodes."
  },
  "node_filesystem_files_free": {
    "type": "gauge",
    "help": "Filesystem total free file nodes."
  },
  "node_filesystem_free_bytes": {
    "type": "gauge",
    "help": "Filesystem free space in bytes."
  },
  "node_filesystem_readonly": {
    "type": "gauge",
    "help": "Filesystem read-only status."
  },
  "node_filesystem_size_bytes": {
    "type": "gauge",
    "help": "Filesystem size in bytes."
  },
  "node_load1": {
    "type": "gauge",
    "help": "1m load average."
  },
  "node_load15": {
    "type": "gauge",
    "help": "15m load average."
  },
  "node_load5": {
    "type": "gauge",
    "help": "5m load average."
  },
  "node_memory_Buffers_bytes": {
    "type": "gauge",
    "help": "Memory information field Buffers_bytes."
  },
  "node_memory_Cached_bytes": {
    "type": "gauge",
    "help": "Memory information field Cached_bytes."
  },
  "node_memory_MemAvailable_bytes": {
    "type": "gauge",
    "help": "Memory information field MemAvailable_bytes."
  },
  "node_memory_MemFree_bytes": {
    "type": "gauge",
    "help": "Memory information field MemFree_bytes."
  },
  "node_memory_MemTotal_bytes": {
    "type": "gauge",
    "help": "Memory information field MemTotal_bytes."
  },
  "node_memory_SReclaimable_bytes": {
    "type": "gauge",
    "help": "Memory information field SReclaimable_bytes."
  },
  "node_memory_Slab_bytes": {
    "type": "gauge",
    "help": "Memory information field Slab_bytes."
  },
  "node_memory_SwapFree_bytes": {
    "type": "gauge",
    "help": "Memory information field SwapFree_bytes."
  },
  "node_memory_SwapTotal_bytes": {
    "type": "gauge",
    "help": "Memory information field SwapTotal_bytes."
  },
  "node_network_receive_bytes_total": {
    "type": "counter",
    "help": "Network device statistic receive_bytes."
  },
  "node_network_receive_drop_total": {
    "type": "counter",
    "help": "Network device statistic receive_drop."
  },
  "node_network_receive_errs_total": {
    "type": "counter",
    "help": "Network device statistic receive_errs."
  },
  "node_network_transmit_bytes_total": {
    "type": "counter",
    "help": "Network device statistic transmit_bytes."
  },
  "node_network_transmit_drop_total": {
    "type": "counter",
    "help": "Network device statistic transmit_drop."
  },
  "node_network_transmit_errs_total": {
    "type": "counter",
    "help": "Network device statistic transmit_errs."
  },
  "node_nf_conntrack_entries": {
    "type": "gauge",
    "help": "Number of currently allocated flow entries for connection tracking."
  },
  "node_nf_conntrack_entries_limit": {
    "type": "gauge",
    "help": "Maximum size of connection tracking table."
  },
  "node_pressure_cpu_waiting_seconds_total": {
    "type": "counter",
    "help": "Total time in seconds that processes have waited for CPU time"
  },
  "node_pressure_io_stalled_seconds_total": {
    "type": "counter",
    "help": "Total time in seconds no process could make progress due to IO congestion"
  },
  "node_pressure_io_waiting_seconds_total": {
    "type": "counter",
    "help": "Total time in seconds that processes have waited due to IO congestion"
  },
  "node_pressure_memory_stalled_seconds_total": {
    "type": "counter",
    "help": "Total time in seconds no process could make progress due to memory congestion"
  },
  "node_pressure_memory_waiting_seconds_total": {
    "type": "counter",
    "help": "Total time in seconds that processes have waited for memory"
  },
  "node_procs_blocked": {
    "type": "gauge",
    "help": "Number of processes blocked waiting for I/O to complete."
  },
  "node_procs_running": {
    "type": "gauge",
    "help": "Number of processes in runnable state."
  },
  "node_time_seconds": {
    "type": "gauge",
    "help": "System time in seconds since epoch (1970)."
  },
  "node_timex_offset_seconds": {
    "type": "gauge",
    "help": "Time offset in between local system and reference clock."
  },
  "node_timex_sync_status": {
    "type": "gauge",
    "help": "Is clock synchronized to a reliable server (1 = yes, 0 = no)."
  },
  "node_uname_info": {
    "type": "gauge",
    "help": "Labeled system information as provided by the uname system call."
  },
  "node_vmstat_oom_kill": {
    "type": "untyped",
    "help": "/proc/vmstat information field oom_kill."
  },
  "node_vmstat_pgmajfault": {
    "type": "untyped",
    "help": "/proc/vmstat information field pgmajfault."
  },
  "process_cpu_seconds_total": {
    "type": "counter",
    "help": "Total user and system CPU time spent in seconds."
  },
  "process_resident_memory_bytes": {
    "type": "gauge",
    "help": "Resident memory size in bytes."
  },
  "process_start_time_seconds": {
    "type": "gauge",
    "help": "Start time of the process since unix epoch in seconds."
  },
  "prometheus_remote_storage_bytes_total": {
    "type": "counter",
    "help": "The total number of bytes of data (not metadata) sent by the queue after compression. Note that when exemplars over remote write is enabled the exemplars included in a remote write request count towards this metric."
  },
  "prometheus_remote_storage_highest_timestamp_in_seconds": {
    "type": "gauge",
    "help": "Highest timestamp that has come into the remote storage via the Appender interface, in seconds since epoch. Initialized to 0 when no data has been received yet. Deprecated, check prometheus_remote_storage_queue_highest_timestamp_seconds which is more accurate."
  },
  "prometheus_remote_storage_queue_highest_sent_timestamp_seconds": {
    "type": "gauge",
    "help": "Highest timestamp successfully sent by this queue, in seconds since epoch. Initialized to 0 when no data has been sent yet."
  },
  "prometheus_remote_storage_samples_failed_total": {
    "type": "counter",
    "help": "Total number of samples which failed on send to remote storage, non-recoverable errors."
  },
  "prometheus_remote_storage_samples_pending": {
    "type": "gauge",
    "help": "The number of samples pending in the queues shards to be sent to the remote storage."
  },
  "prometheus_remote_storage_samples_retried_total": {
    "type": "counter",
    "help": "Total number of samples which failed on send to remote storage but were retried because the send error was recoverable."
  },
  "prometheus_remote_storage_samples_total": {
    "type": "counter",
    "help": "Total number of samples sent to remote storage."
  },
  "prometheus_remote_storage_shards": {
    "type": "gauge",
    "help": "The number of shards used for parallel sending to the remote storage."
  },
  "prometheus_remote_storage_shards_desired": {
    "type": "gauge",
    "help": "The number of shards that the queues shard calculation wants to run based on the rate of samples in vs. samples out."
  },
  "prometheus_remote_storage_shards_max": {
    "type": "gauge",
    "help": "The maximum number of shards that the queue is allowed to run."
  },
  "prometheus_remote_write_wal_samples_appended_total": {
    "type": "counter",
    "help": "Total number of samples appended to the WAL"
  },
  "prometheus_remote_write_wal_storage_active_series": {
    "type": "gauge",
    "help": "Current number of active series being tracked by the WAL storage"
  },
  "prometheus_target_scrapes_exceeded_body_size_limit_total": {
    "type": "counter",
    "help": "Total number of scrapes that hit the body size limit"
  },
  "prometheus_target_scrapes_exceeded_sample_limit_total": {
    "type": "counter",
    "help": "Total number of scrapes that hit the sample limit and were rejected."
  },
  "remotecfg_last_load_success_timestamp_seconds": {
    "type": "gauge",
    "help": "Timestamp of the last successful remote configuration load"
  },
  "remotecfg_last_load_successful": {
    "type": "gauge",
    "help": "Remote config loaded successfully"
  },
  "remotecfg_load_attempts_total": {
    "type": "counter",
    "help": "Attempts to load remote configuration"
  },
  "remotecfg_load_failures_total": {
    "type": "counter",
    "help": "Remote configuration load failures"
  },
  "scrape_duration_seconds": {
    "type": "gauge",
    "help": "How long the last scrape of the target took."
  },
  "scrape_samples_post_metric_relabeling": {
    "type": "gauge",
    "help": "Samples that were left of them after the agents' choice of families."
  },
  "scrape_samples_scraped": {
    "type": "gauge",
    "help": "Samples that the target exposed."
  },
  "up": {
    "type": "gauge",
    "help": "1 where the last scrape of the target worked, else 0."
  }
};
