const series = 400;
const minutes = 120;

/** Two hours of a few hundred series and streams of one tenant: enough to make a wide query work for a while. */
export async function pushHistory(stores: { logsUrl: string; metricsUrl: string }, orgId: string): Promise<void> {
  const now = Date.now();
  const at = (minute: number) => `${now - (minutes - minute) * 60_000}000000`;
  const every = Array.from({ length: minutes }, (_, minute) => minute);
  for (let first = 0; first < series; first += 100) {
    const pods = Array.from({ length: 100 }, (_, index) => `pod-${first + index}`);
    const dataPoints = pods.flatMap((pod) =>
      every.map((minute) => ({
        attributes: [{ key: 'pod', value: { stringValue: pod } }],
        timeUnixNano: at(minute),
        asDouble: minute * 7,
      })),
    );
    const metrics = [{ name: 'requests', gauge: { dataPoints } }];
    await post(`${stores.metricsUrl}/otlp/v1/metrics`, orgId, { resourceMetrics: [{ scopeMetrics: [{ metrics }] }] });
    const streams = pods.map((pod) => ({
      stream: { app: 'api', pod },
      values: every.map((minute) => [at(minute), `level=info msg="request ${minute} of ${pod}" took=${minute}ms`]),
    }));
    await post(`${stores.logsUrl}/loki/api/v1/push`, orgId, { streams });
  }
}

async function post(url: string, orgId: string, body: unknown): Promise<void> {
  const headers = { 'content-type': 'application/json', 'x-scope-orgid': orgId };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
}
