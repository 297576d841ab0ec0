/** Writes lines to a Loki as a tenant, now; for tests, which stand in the agents' and nginx's place. */
export async function pushLogs(
  logsUrl: string,
  orgId: string,
  labels: Record<string, string>,
  lines: readonly string[],
): Promise<void> {
  const start = BigInt(Date.now()) * 1_000_000n;
  const values = lines.map((line, index) => [String(start + BigInt(index)), line]);
  await post(`${logsUrl}/loki/api/v1/push`, orgId, { streams: [{ stream: labels, values }] });
}

/** Writes one sample to a Mimir as a tenant, now, by OTLP: the only way in that is not a binary format. */
export async function pushMetric(
  metricsUrl: string,
  orgId: string,
  name: string,
  labels: Record<string, string>,
  value: number,
): Promise<void> {
  const attributes = Object.entries(labels).map(([key, text]) => ({ key, value: { stringValue: text } }));
  const dataPoints = [{ attributes, timeUnixNano: String(BigInt(Date.now()) * 1_000_000n), asDouble: value }];
  const metrics = [{ name, gauge: { dataPoints } }];
  await post(`${metricsUrl}/otlp/v1/metrics`, orgId, { resourceMetrics: [{ scopeMetrics: [{ metrics }] }] });
}

async function post(url: string, orgId: string, body: unknown): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-scope-orgid': orgId },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
}
