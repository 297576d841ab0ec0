import { series, status } from '../kit/colours.ts';
import { type Dashboard, dashboard } from '../kit/dashboard.ts';
import { graph } from '../kit/graph.ts';
import { logLines } from '../kit/log-lines.ts';
import { logs, metrics } from '../kit/queries.ts';
import { topOfAll } from '../kit/top.ts';
import { total } from '../kit/total.ts';
import { count } from '../kit/units.ts';
import { variables } from '../kit/variables.ts';
import { everySeed } from './seed-table.ts';
import { atSeed, fromIngest, fromLoki, fromMimir } from './selectors.ts';
import { siblings } from './siblings.ts';

/** The storage sites: are their doors open, do their stores answer, how much do they take in? */
export function seeds(): Dashboard {
  return dashboard({
    name: 'seeds',
    description:
      'Every seed as it sees itself: its ingest gateway, its stores and what they take in. A seed that is cut off is missing here; the Seeds page of Oriel says so.',
    variables: [variables.seed()],
    siblings,
    sections: [
      { title: 'Now', rows: [{ height: 4, panels: now() }] },
      { title: 'Seeds', rows: [{ height: 7, panels: [everySeed()] }] },
      { title: 'Taken in', rows: [{ height: 8, panels: takenIn() }] },
      { title: 'The door', rows: [{ height: 8, panels: door() }] },
      {
        title: 'Programs',
        rows: [
          { height: 8, panels: programs() },
          { height: 12, panels: [words()] },
        ],
      },
    ],
  });
}

function now() {
  return [
    total({
      title: 'Seeds reporting',
      description: 'Seeds that said something of themselves in the last five minutes.',
      ...count,
      query: metrics(`group by (seed) (up{${atSeed}, job="oriel-seed-agent"})`),
    }),
    total({
      title: 'Stores down',
      description: 'Loki and Mimir processes that did not answer their last scrape. Agents keep their data meanwhile.',
      ...count,
      limits: { bad: 1 },
      query: metrics(`sum by (seed) (up{${atSeed}, job=~"oriel-(loki|mimir)"} == bool 0)`),
    }),
    total({
      title: 'Doors closed',
      description: 'Ingest gateways that do not take a TLS connection: nothing comes in there.',
      ...count,
      limits: { bad: 1 },
      query: metrics(`sum by (seed) (probe_success{${fromIngest}} == bool 0)`),
    }),
    total({
      title: 'Certificate ends',
      description:
        'Of the ingest gateway whose certificate ends first. It is renewed by itself: under a week somebody must look.',
      unit: 's',
      of: 'min',
      decimals: 0,
      below: { warn: 14 * 86_400, bad: 7 * 86_400 },
      query: metrics(`min by (seed) (probe_ssl_earliest_cert_expiry{${fromIngest}} - time())`),
    }),
    total({
      title: 'Lines/s',
      description: 'Lines that all Lokis took in, over five minutes.',
      unit: 'short',
      decimals: 1,
      query: metrics(`sum by (seed) (rate(loki_distributor_lines_received_total{${fromLoki}}[5m]))`),
    }),
    total({
      title: 'Samples/s',
      description: 'Samples that all Mimirs took in, over five minutes.',
      unit: 'short',
      decimals: 1,
      query: metrics(`sum by (seed) (rate(cortex_distributor_received_samples_total{${fromMimir}}[5m]))`),
    }),
  ];
}

function takenIn() {
  const rate = (metric: string, from: string) => (at: string) =>
    `sum by (seed) (rate(${metric}{${from}}[$__rate_interval]${at}))`;
  return [
    topOfAll({
      title: 'Lines',
      description: 'Lines per second that Loki took in.',
      unit: 'short',
      legend: '{{seed}}',
      of: rate('loki_distributor_lines_received_total', fromLoki),
    }),
    topOfAll({
      title: 'Log bytes',
      description: 'Bytes per second that Loki took in, before compression.',
      unit: 'Bps',
      legend: '{{seed}}',
      of: rate('loki_distributor_bytes_received_total', fromLoki),
    }),
    topOfAll({
      title: 'Samples',
      description: 'Samples per second that Mimir took in.',
      unit: 'short',
      legend: '{{seed}}',
      of: rate('cortex_distributor_received_samples_total', fromMimir),
    }),
  ];
}

function door() {
  // Where nothing was ever refused there is no series for it: `up` stands in with 0, within the sum.
  const refused = (kind: string, legend: string) =>
    metrics(
      `sum by (seed) (rate({${atSeed}, __name__=~"(loki|cortex)_request_duration_seconds_count", route=~"(loki_)?api_v1_push", status_code=~"${kind}"}[$__rate_interval]) or up{${atSeed}, job="oriel-seed-agent"} * 0)`,
      legend,
    );
  return [
    graph({
      title: 'Pushes that stores refused',
      description:
        'Requests per second that the stores answered with an error. 4xx is a limit or bad data and is lost; 5xx is kept by the agents and sent again.',
      unit: 'reqps',
      queries: [refused('4..', '{{seed}} 4xx'), refused('5..', '{{seed}} 5xx')],
    }),
    graph({
      title: 'Refusals at the ingest gateway',
      description:
        'Requests per step that nginx did not pass or pass on well, by status. 403 is a certificate that is unknown or revoked, 503 a fault of the seed.',
      unit: 'none',
      stack: 'bars',
      colours: { 403: series.violet, 429: series.ochre, 503: status.bad },
      queries: [
        logs(
          `sum by (status) (count_over_time({${fromIngest}, status=~".+"}[$__interval])) or vector(0)`,
          '{{status}}',
        ),
      ],
    }),
    topOfAll({
      title: 'Handshake at the ingest gateway',
      description:
        'Time that a TLS connection took from beside it. Lasting above a second, the gateway has too little CPU.',
      unit: 's',
      limits: { warn: 1, bad: 3 },
      legend: '{{seed}}',
      of: (at) => `max by (seed) (probe_duration_seconds{${fromIngest}}${at})`,
    }),
  ];
}

function programs() {
  const legend = '{{seed}} {{job}}';
  return [
    topOfAll({
      title: 'Cores in use',
      description: 'Of the stores and the agent that watches them.',
      unit: 'none',
      legend,
      of: (at) => `sum by (seed, job) (rate(process_cpu_seconds_total{${atSeed}}[$__rate_interval]${at}))`,
    }),
    topOfAll({
      title: 'Memory in use',
      description: 'Resident memory of the stores and the agent that watches them.',
      unit: 'bytes',
      legend,
      of: (at) => `sum by (seed, job) (process_resident_memory_bytes{${atSeed}}${at})`,
    }),
    topOfAll({
      title: 'Open files',
      description:
        'Share of the files that a program may have open. Full, a store can neither write nor take connections.',
      unit: 'percentunit',
      limits: { warn: 0.7, bad: 0.9 },
      legend,
      of: (at) => `max by (seed, job) (process_open_fds{${atSeed}}${at} / process_max_fds{${atSeed}}${at})`,
    }),
  ];
}

function words() {
  return logLines({
    title: 'What the seeds say',
    description:
      'Refusals of the ingest gateway and warnings of the stores, the newest on top. On a good day there are few.',
    query: logs(`{${atSeed}, job=~"oriel-.+"}`),
  });
}
