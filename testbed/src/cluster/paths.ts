import { join } from 'node:path';

/** Where one cluster keeps things; nothing outside of it but sockets, which live in the node's own `/run`. */
export interface ClusterPaths {
  readonly root: string;
  readonly pki: string;
  readonly etcd: string;
  readonly logs: string;
  readonly adminKubeconfig: string;
  /** Who runs this cluster now: see run-record.ts. */
  readonly runRecord: string;
  /** kubeconfig of a component: `kube-scheduler`. */
  kubeconfig(component: string): string;
  log(process: string): string;
}

export function clusterPaths(home: string, name: string): ClusterPaths {
  const root = join(home, 'cluster', name);
  return {
    root,
    pki: join(root, 'pki'),
    etcd: join(root, 'etcd'),
    logs: join(root, 'logs'),
    adminKubeconfig: join(root, 'admin.kubeconfig'),
    runRecord: join(root, 'run.json'),
    kubeconfig: (component) => join(root, 'kubeconfigs', `${component}.yaml`),
    log: (process) => join(root, 'logs', `${process}.log`),
  };
}

/** One node's folder. Inside the node it is seen as {@link insideNode}, its `var-*` as the real `/var/*`. */
export interface NodePaths {
  readonly root: string;
  readonly etc: string;
  readonly varLog: string;
  readonly varLib: string;
  readonly initPid: string;
  readonly ready: string;
}

export function nodePaths(cluster: ClusterPaths, index: number): NodePaths {
  const root = join(cluster.root, `node-${index + 1}`);
  return {
    root,
    etc: join(root, 'etc'),
    varLog: join(root, 'var-log'),
    varLib: join(root, 'var-lib'),
    initPid: join(root, 'init.pid'),
    ready: join(root, 'ready'),
  };
}

/** Mount point of a node's folder inside the node; short, because socket paths below `/run` are too. */
export const insideNode = '/run/oriel';
export const containerdSocket = '/run/containerd/containerd.sock';
