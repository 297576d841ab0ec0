import { expect, it } from 'vitest';
import { guessUnit } from './guess-unit.ts';

it.each([
  ['sum by (namespace) (container_memory_working_set_bytes{container!=""})', 'bytes'],
  ['sum by (namespace, pod) (rate(container_cpu_usage_seconds_total{container!=""}[5m]))', 'cores'],
  ['rate(container_network_receive_bytes_total[5m])', 'bytes-per-second'],
  ['increase(container_network_receive_bytes_total[5m])', 'bytes'],
  ['sum(rate(http_requests_total{path="/a_bytes"}[5m]))', 'per-second'],
  ['histogram_quantile(0.9, sum by (le) (rate(http_request_duration_seconds_bucket[5m])))', 'seconds'],
  ['rate(http_request_duration_seconds_count[5m])', 'per-second'],
  ['topk(5, sum by (pod) (node_memory_Active_bytes))', 'bytes'],
  ['a_bytes + on (pod) b_bytes', 'bytes'],
  ['a_bytes > 100', 'bytes'],
  ['a_bytes + b_seconds', 'none'],
  ['a_bytes / b_bytes', 'none'],
  ['count(a_bytes)', 'none'],
  ['count by (pod) (a_bytes)', 'none'],
  ['process_start_time_seconds', 'none'],
  ['kube_pod_created', 'none'],
  ['sum by (job) (up)', 'none'],
  ['', 'none'],
] as const)('%s is in %s', (query, unit) => expect(guessUnit(query)).toBe(unit));
