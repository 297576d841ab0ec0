import { attributes, block, quote } from './alloy-syntax.ts';
import { credentialFiles } from './components.ts';

/** The seed's nginx by mutual TLS; all by files, which Alloy reads again when they change. */
export function seedTls(): string {
  return block(
    'tls_config',
    attributes({
      ca_file: quote(credentialFiles.ca),
      cert_file: quote(credentialFiles.cert),
      key_file: quote(credentialFiles.key),
    }),
  );
}
