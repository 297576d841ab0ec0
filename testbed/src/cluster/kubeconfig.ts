import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { stringify } from 'yaml';
import type { KeyPair } from './pki/certificates.ts';

export interface KubeconfigInput {
  readonly cluster: string;
  readonly server: string;
  /** PEM */
  readonly authority: string;
  readonly user: string;
  readonly client: KeyPair;
}

/** Everything embedded: the file works wherever it is copied to. */
export function renderKubeconfig({ cluster, server, authority, user, client }: KubeconfigInput): string {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const context = `${user}@${cluster}`;
  return stringify(
    {
      apiVersion: 'v1',
      kind: 'Config',
      clusters: [{ name: cluster, cluster: { server, 'certificate-authority-data': base64(authority) } }],
      users: [
        {
          name: user,
          user: {
            'client-certificate-data': base64(client.certificate),
            'client-key-data': base64(client.key),
          },
        },
      ],
      contexts: [{ name: context, context: { cluster, user } }],
      'current-context': context,
    },
    { lineWidth: 0 },
  );
}

export async function writeKubeconfig(path: string, input: KubeconfigInput): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, renderKubeconfig(input), { mode: 0o600 });
}
