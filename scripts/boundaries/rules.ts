import { dirname, join, normalize } from 'node:path/posix';

/** Packages from the bottom up: one may import those on lower floors only, never its neighbours. */
const floors: Readonly<Record<string, number>> = {
  domain: 0,
  'api-client': 0,
  'query-scope': 1,
  federation: 2,
  db: 2,
  k8s: 2,
  'agent-config': 2,
  ingest: 2,
  'seed-client': 3,
  dashboards: 2,
};
const apps = ['web', 'gateway', 'worker'];
/** Beside the product: they use it and are never used by it. */
const tools = ['testbed', 'e2e', 'bench', 'scripts', 'examples'];

const isTest = (file: string) => /\.(test|itest|fixture)\.tsx?$|\/testing\//.test(file);

/** Where in the repository an import leads, or undefined for a package from npm. Paths are relative to the root. */
export function targetOf(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return normalize(join(dirname(file), specifier));
  if (specifier.startsWith('@/') && file.startsWith('apps/web/')) return `apps/web/src/${specifier.slice(2)}`;
  const workspace = /^@oriel\/([^/]+)(?:\/(.*))?$/.exec(specifier);
  if (!workspace) return undefined;
  const [, name = '', path = ''] = workspace;
  const folder = apps.includes(name) ? `apps/${name}` : tools.includes(name) ? name : `packages/${name}`;
  return path === '' ? folder : `${folder}/src/${path}`;
}

/** Why `file` may not import `target`, or undefined where it may. Both relative to the root. */
export function violationOf(file: string, target: string): string | undefined {
  return betweenWorkspaces(file, target) ?? withinWeb(file, target);
}

function betweenWorkspaces(file: string, target: string): string | undefined {
  const [from, to] = [placeOf(file), placeOf(target)];
  if (from.kind === to.kind && from.name === to.name) return undefined;
  if (to.kind === 'app') return 'nothing imports an application; move what is shared into a package';
  if (to.kind === 'tool') {
    // Tests may start real parts.
    if (from.kind === 'tool' || (isTest(file) && to.name === 'testbed')) return undefined;
    return 'the product does not know its tools (testbed, e2e, bench, scripts)';
  }
  if (to.kind === 'package' && from.kind === 'package') {
    const [own, other] = [floors[from.name], floors[to.name]];
    if (own === undefined || other === undefined)
      return 'this package has no floor yet; give it one in scripts/boundaries/rules.ts';
    // A test may borrow from a neighbour, never from above.
    if (other > own || (other === own && !isTest(file)))
      return `imports point down: ${from.name} does not stand above ${to.name}`;
  }
  return undefined;
}

function withinWeb(file: string, target: string): string | undefined {
  const inWeb = /^apps\/web\/src\/(.*)$/;
  const [, from] = inWeb.exec(file) ?? [];
  const [, to] = inWeb.exec(target) ?? [];
  if (from === undefined || to === undefined) return undefined;
  const isServer = /^server\/|^features\/[^/]+\/server\//.test(to);
  if (/^features\/[^/]+\/components\//.test(from) && isServer)
    return 'components run in the browser; they reach the server by tRPC';
  if (from.startsWith('ui/') && (isServer || /^(features|app)\//.test(to)))
    return 'src/ui knows no feature and no page';
  return undefined;
}

interface Place {
  readonly kind: 'app' | 'package' | 'tool';
  readonly name: string;
}

function placeOf(path: string): Place {
  const [top = '', second = ''] = path.split('/');
  if (top === 'apps') return { kind: 'app', name: second };
  if (top === 'packages') return { kind: 'package', name: second };
  return { kind: 'tool', name: tools.includes(top) ? top : 'root' };
}
