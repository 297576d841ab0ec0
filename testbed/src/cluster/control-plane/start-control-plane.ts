import { mkdir } from 'node:fs/promises';
import { startBound } from '../children.ts';
import {
  apiServerArguments,
  type ControlPlaneInput,
  controllerManagerArguments,
  etcdArguments,
  schedulerArguments,
} from './arguments.ts';
import type { ControlPlane, ControlPlaneOptions } from './prepare-control-plane.ts';

/** Returns when the API server answers; controllers and scheduler come up behind it. */
export async function startControlPlane(options: ControlPlaneOptions, { pki, api, etcd }: ControlPlane): Promise<void> {
  const { name, address, ports, paths, programs, started } = options;
  const input: ControlPlaneInput = {
    address,
    ports,
    etcdData: paths.etcd,
    pki: pki.file,
    kubeconfig: paths.kubeconfig,
  };
  // etcd wants its data to be its own: it warns about anything wider.
  await mkdir(paths.etcd, { recursive: true, mode: 0o700 });
  const start = async (part: string, command: string, args: string[], ready?: () => Promise<boolean>) =>
    started(
      await startBound({
        name: `${name}/${part}`,
        command,
        args,
        logFile: paths.log(part),
        // A machine that compiles at the same time takes minutes for what it does in seconds.
        readyTimeoutMs: 180_000,
        // The API server waits for clients that are gone with their node; what counts is in etcd by then.
        stopTimeoutMs: 2_000,
        ...(ready && { ready }),
      }),
    );
  const healthy = (of: typeof api, path: string) => async () => (await of.get(path)).status === 200;
  await start('etcd', programs.etcd, etcdArguments(input), healthy(etcd, '/health'));
  etcd.close();
  const apiServer = programs['kube-apiserver'];
  await start('kube-apiserver', apiServer, apiServerArguments(input), healthy(api, '/readyz'));
  await start('kube-controller-manager', programs['kube-controller-manager'], controllerManagerArguments(input));
  await start('kube-scheduler', programs['kube-scheduler'], schedulerArguments(input));
}
