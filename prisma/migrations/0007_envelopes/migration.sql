-- Secrets under a data key of their own begin with "v2."; those of before are brought over by a key rotation.

ALTER TABLE seeds
  DROP CONSTRAINT seeds_ca_key_sealed,
  ADD CONSTRAINT seeds_ca_key_sealed CHECK (ca_key_envelope ~ '^v[12]\.');

ALTER TABLE clusters
  DROP CONSTRAINT clusters_kubeconfig_sealed,
  ADD CONSTRAINT clusters_kubeconfig_sealed CHECK (kubeconfig_envelope ~ '^v[12]\.');

ALTER TABLE agent_credentials
  DROP CONSTRAINT agent_credentials_key_sealed,
  ADD CONSTRAINT agent_credentials_key_sealed CHECK (key_envelope ~ '^v[12]\.');

ALTER TABLE identity_providers
  ADD CONSTRAINT identity_providers_secret_sealed CHECK (client_secret_envelope ~ '^v[12]\.');
