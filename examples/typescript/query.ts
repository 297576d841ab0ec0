import { origin, token } from './environment.ts';

// Telemetry is read from the Prometheus- and Loki-compatible addresses of a project: any client of theirs works as well.

async function read(path: string): Promise<unknown> {
  const response = await fetch(origin + path, { headers: { authorization: `Bearer ${token}` } });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** The newest lines of a LogQL query over the last hour. */
export async function queryLogs(project: string, query: string): Promise<string[]> {
  const path = `/api/projects/${project}/loki/api/v1/query_range`;
  const parameters = new URLSearchParams({ query, since: '1h', limit: '5' });
  const { data } = (await read(`${path}?${parameters}`)) as {
    data: { result: { values: [time: string, line: string][] }[] };
  };
  return data.result.flatMap(({ values }) => values.map(([, line]) => line));
}

/** The value of a PromQL query now; undefined where there is no series. */
export async function queryMetric(project: string, query: string): Promise<number | undefined> {
  const path = `/api/projects/${project}/prometheus/api/v1/query`;
  const { data } = (await read(`${path}?${new URLSearchParams({ query })}`)) as {
    data: { result: { value: [time: number, value: string] }[] };
  };
  const text = data.result[0]?.value[1];
  return text === undefined ? undefined : Number(text);
}
