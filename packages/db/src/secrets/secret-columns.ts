/** A column that keeps envelopes. */
export interface SecretColumn {
  readonly table: string;
  readonly column: string;
  /** Type of the primary key, which is called `id` in each of these tables. */
  readonly idType: 'uuid' | 'text';
}

/** Every column that keeps envelopes, by what is in it. Rotation walks this list; a test compares it with the schema. */
export const secretColumns = {
  kubeconfig: { table: 'clusters', column: 'kubeconfig_envelope', idType: 'uuid' },
  seedAuthorityKey: { table: 'seeds', column: 'ca_key_envelope', idType: 'uuid' },
  agentKey: { table: 'agent_credentials', column: 'key_envelope', idType: 'uuid' },
  grafanaSecret: { table: 'grafana_organizations', column: 'secret_envelope', idType: 'uuid' },
  identityProviderSecret: { table: 'identity_providers', column: 'client_secret_envelope', idType: 'text' },
} as const satisfies Record<string, SecretColumn>;

/** Where a secret belongs: an envelope that is moved to another row or column does not open there. */
export interface SecretPlace {
  readonly table: string;
  readonly column: string;
  /** Primary key of the row. */
  readonly id: string;
}

export function placeOf(secret: keyof typeof secretColumns, id: string): SecretPlace {
  const { table, column } = secretColumns[secret];
  return { table, column, id };
}
