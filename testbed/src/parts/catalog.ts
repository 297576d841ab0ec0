/**
 * The real programs the testbed runs, and how each is built from a pinned Go module.
 *
 * Every group is a folder `testbed/parts/<group>` with its own go.mod and go.sum. The catalogue
 * says what go.mod cannot: which package, which flags, and which version of a program found on
 * PATH will do instead. catalog.test.ts keeps the two in step.
 *
 * Most parts are one binary. Grafana is a folder: its binary reads pages and defaults beside it.
 */
export interface Part {
  /** Key in the catalogue. */
  readonly name: string;
  /** The binary, below the part's folder in the cache. */
  readonly file: string;
  /** `go`: one `go build`. `grafana`: that of a prepared copy of the sources, and the pages beside it. */
  readonly recipe: 'go' | 'grafana';
  /** Without a leading v. The version that the program itself reports. */
  readonly version: string;
  /** Folder below testbed/parts. */
  readonly group: string;
  /** Module that go.mod must require, with its version. */
  readonly module: string;
  /** Go package with the main function, `.` for the group's own main.go. */
  readonly package: string;
  readonly tags: readonly string[];
  /** `-X` assignments: without them most of these programs call themselves "dev" or worse. */
  readonly variables: Readonly<Record<string, string>>;
  readonly cgo: boolean;
  /** Goes into a container image made from nothing, so a dynamically linked one will not do. */
  readonly image: boolean;
  /** How the program is called on PATH. */
  readonly command: string;
  /** Arguments that make it print its version; empty where it cannot, and PATH is then not asked. */
  readonly versionArgs: readonly string[];
  /** Which other versions on PATH will do: the same minor release, or also a newer one of the major. */
  readonly accepts: 'same-minor' | 'same-major';
  /** Newest major release that Oriel is written for, where that is not the pinned one. */
  readonly newestMajor?: number;
  /** A tool of go.mod that writes part of the sources before they are compiled, and the tags it reads them with. */
  readonly generator?: { readonly package: string; readonly tags: readonly string[] };
}

type Build = Pick<Part, 'group' | 'module' | 'version'> & Partial<Part>;

const part = (name: string, build: Build): Part => ({
  name,
  file: name,
  recipe: 'go',
  package: build.module.replace(/@.*$/, ''),
  tags: [],
  variables: {},
  cgo: false,
  image: false,
  command: name,
  versionArgs: ['--version'],
  accepts: 'same-major',
  ...build,
});

const kubernetes = (name: string): Part => {
  const version = '1.34.4';
  const [major = '', minor = ''] = version.split('.');
  const stamp = { gitVersion: `v${version}`, gitMajor: major, gitMinor: minor, gitTreeState: 'clean', gitCommit: '' };
  // Both packages keep their own copy; clients refuse the unstamped `v0.0.0-master+$Format`.
  const packages = ['k8s.io/component-base/version', 'k8s.io/client-go/pkg/version'];
  return part(name, {
    group: 'kubernetes',
    module: `k8s.io/kubernetes@v${version}`,
    version,
    package: `k8s.io/kubernetes/cmd/${name}`,
    variables: Object.fromEntries(
      packages.flatMap((path) => Object.entries(stamp).map(([key, value]) => [`${path}.${key}`, value])),
    ),
    versionArgs: name === 'kubectl' ? ['version', '--client'] : ['--version'],
    // Kubelet, API server and flags move together, a minor release at a time.
    accepts: 'same-minor',
  });
};

const loki = (name: string): Part =>
  part(name, {
    group: 'loki',
    module: 'github.com/grafana/loki/v3@v3.7.8',
    version: '3.7.8',
    package: `github.com/grafana/loki/v3/cmd/${name}`,
    tags: ['netgo'],
    variables: { 'github.com/grafana/loki/v3/pkg/util/build.Version': '3.7.8' },
    versionArgs: name === 'logcli' ? ['--version'] : ['-version'],
    // Limits and per-tenant overrides are named per minor release.
    accepts: 'same-minor',
  });

const prometheusVersion = 'github.com/prometheus/common/version.Version';
const mimirVersion = 'github.com/grafana/mimir/pkg/util/version';

export const catalog = [
  ...['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kubelet', 'kube-proxy', 'kubectl'].map(
    kubernetes,
  ),
  ...['loki', 'logcli', 'loki-canary'].map(loki),
  part('mimir', {
    group: 'mimir',
    // Mimir's release tags (mimir-3.0.5) are no module versions: this is main, which calls itself 3.0.5.
    module: 'github.com/grafana/mimir@v1.3.1-0.20260423142704-aced80d74930',
    version: '3.0.5',
    package: 'github.com/grafana/mimir/cmd/mimir',
    tags: ['netgo', 'stringlabels'],
    variables: {
      [`${mimirVersion}.Version`]: '3.0.5',
      [`${mimirVersion}.Branch`]: 'main',
      [`${mimirVersion}.Revision`]: 'aced80d74930',
    },
    versionArgs: ['-version'],
  }),
  part('alloy', {
    group: 'alloy',
    module: 'github.com/grafana/alloy@v1.19.0',
    version: '1.19.0',
    package: '.',
    tags: ['netgo', 'osusergo'],
    variables: { 'github.com/grafana/alloy/internal/build.Version': 'v1.19.0' },
    cgo: true,
    image: true,
  }),
  part('kube-state-metrics', {
    group: 'kube-state-metrics',
    module: 'k8s.io/kube-state-metrics/v2@v2.18.0',
    version: '2.18.0',
    variables: { [prometheusVersion]: 'v2.18.0' },
    image: true,
    versionArgs: ['version'],
  }),
  part('node-exporter', {
    group: 'node-exporter',
    module: 'github.com/prometheus/node_exporter@v1.9.1',
    version: '1.9.1',
    variables: { [prometheusVersion]: '1.9.1' },
    image: true,
    command: 'node_exporter',
  }),
  part('kwok', {
    group: 'kwok',
    module: 'sigs.k8s.io/kwok@v0.7.0',
    version: '0.7.0',
    package: 'sigs.k8s.io/kwok/cmd/kwok',
    variables: { 'sigs.k8s.io/kwok/pkg/consts.Version': 'v0.7.0' },
    // Below 1.0 a minor release may break.
    accepts: 'same-minor',
  }),
  part('promtool', {
    group: 'prometheus',
    module: 'github.com/prometheus/prometheus@v0.313.5',
    version: '3.13.5',
    package: 'github.com/prometheus/prometheus/cmd/promtool',
    // Discovery of a dozen clouds takes most of the time to compile, and nothing here checks it.
    tags: ['remove_all_sd'],
    variables: { [prometheusVersion]: '3.13.5' },
  }),
  part('coredns', {
    group: 'coredns',
    module: 'github.com/coredns/coredns@v1.13.1',
    version: '1.13.1',
    package: '.',
    image: true,
    versionArgs: ['-version'],
  }),
  part('query-judge', {
    group: 'query-judge',
    // The parsers of Loki and of the Prometheus that Loki links, as a program that says what a query reads.
    module: 'github.com/grafana/loki/v3@v3.7.8',
    version: '3.7.8',
    package: '.',
    tags: ['netgo'],
    versionArgs: [],
  }),
  part('prom-label-proxy', {
    group: 'prom-label-proxy',
    module: 'github.com/prometheus-community/prom-label-proxy@v0.11.1',
    version: '0.11.1',
    // It has no flag that prints a version.
    versionArgs: [],
  }),
  part('grafana', {
    group: 'grafana',
    // Main before 10.0, under a version number of long ago: the only one with the sources of its pages.
    module: 'github.com/grafana/grafana@v1.9.2-0.20230609164553-81d85ce8028d',
    version: '10.0.0',
    file: 'bin/grafana',
    recipe: 'grafana',
    package: 'github.com/grafana/grafana/pkg/cmd/grafana',
    tags: ['oss'],
    variables: { 'main.version': '10.0.0-pre' },
    // SQLite.
    cgo: true,
    newestMajor: 13,
    generator: { package: 'github.com/google/wire/cmd/wire', tags: ['wireinject'] },
  }),
] as const satisfies readonly Part[];

export const partNames: readonly string[] = catalog.map(({ name }) => name);

/** @throws when there is no such part; the message lists those there are. */
export function getPart(name: string): Part {
  const found = catalog.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`There is no part called "${name}". Parts: ${partNames.join(', ')}.`);
  return found;
}
