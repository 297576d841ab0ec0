-- What a row must obey, whoever writes it. Prisma's schema language knows none of this. Messages
-- begin with the constraint's name: drivers pass the message on, but not always the name.

-- People and their ways in -------------------------------------------------------------------

ALTER TABLE users
  ADD CONSTRAINT users_email_form CHECK (email = lower(email) AND email ~ '^[^@\s]+@[^@\s]+$' AND length(email) <= 254),
  ADD CONSTRAINT users_name_length CHECK (length(btrim(name)) BETWEEN 1 AND 120),
  ADD CONSTRAINT users_password_hash_form CHECK (password_hash LIKE '$argon2id$%');

ALTER TABLE sessions
  ADD CONSTRAINT sessions_token_hash_length CHECK (octet_length(token_hash) = 32),
  ADD CONSTRAINT sessions_expires_after_creation
    CHECK (expires_at > created_at AND expires_at <= created_at + interval '7 days 1 minute');

ALTER TABLE api_tokens
  ADD CONSTRAINT api_tokens_token_hash_length CHECK (octet_length(token_hash) = 32),
  -- The first characters only: enough to recognise a token, far too few to guess it.
  ADD CONSTRAINT api_tokens_prefix_form CHECK (prefix ~ '^oriel_pat_[A-Za-z0-9_-]{0,8}$'),
  ADD CONSTRAINT api_tokens_name_length CHECK (length(btrim(name)) BETWEEN 1 AND 120),
  ADD CONSTRAINT api_tokens_expires_after_creation
    CHECK (expires_at > created_at AND expires_at <= created_at + interval '366 days');

ALTER TABLE one_time_links
  ADD CONSTRAINT one_time_links_token_hash_length CHECK (octet_length(token_hash) = 32),
  ADD CONSTRAINT one_time_links_expires_after_creation CHECK (expires_at > created_at),
  ADD CONSTRAINT one_time_links_used_in_time CHECK (used_at <= expires_at);

-- Projects, seeds, clusters ------------------------------------------------------------------

ALTER TABLE projects
  ADD CONSTRAINT projects_slug_form CHECK (slug ~ '^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$'),
  ADD CONSTRAINT projects_name_length CHECK (length(btrim(name)) BETWEEN 1 AND 120);

ALTER TABLE seeds
  ADD CONSTRAINT seeds_name_form CHECK (name ~ '^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$'),
  ADD CONSTRAINT seeds_region_form CHECK (region ~ '^[A-Za-z0-9]([-_.A-Za-z0-9]{0,61}[A-Za-z0-9])?$'),
  ADD CONSTRAINT seeds_metrics_url_form CHECK (metrics_url ~ '^https?://[^\s]*[^/\s]$'),
  ADD CONSTRAINT seeds_logs_url_form CHECK (logs_url ~ '^https?://[^\s]*[^/\s]$'),
  ADD CONSTRAINT seeds_ingest_url_https CHECK (ingest_url ~ '^https://[^\s]*[^/\s]$'),
  ADD CONSTRAINT seeds_ca_cert_pem CHECK (ca_cert_pem LIKE '-----BEGIN CERTIFICATE-----%'),
  ADD CONSTRAINT seeds_ca_key_sealed CHECK (ca_key_envelope LIKE 'v1.%');

-- Stores split X-Scope-OrgID at "|" and cut it at ":".
ALTER TABLE tenants
  ADD CONSTRAINT tenants_org_id_form CHECK (org_id ~ '^[a-z0-9-]{1,60}$');

ALTER TABLE clusters
  ADD CONSTRAINT clusters_name_form CHECK (name ~ '^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$'),
  ADD CONSTRAINT clusters_region_form CHECK (region ~ '^[A-Za-z0-9]([-_.A-Za-z0-9]{0,61}[A-Za-z0-9])?$'),
  ADD CONSTRAINT clusters_api_server_https CHECK (api_server ~ '^https://[^\s]+$'),
  ADD CONSTRAINT clusters_kubeconfig_sealed CHECK (kubeconfig_envelope LIKE 'v1.%'),
  ADD CONSTRAINT clusters_counts CHECK (node_count >= 0 AND latency_ms >= 0 AND failures >= 0);

ALTER TABLE cluster_conditions
  ADD CONSTRAINT cluster_conditions_type_form CHECK (type ~ '^[A-Z][A-Za-z]{0,62}$'),
  ADD CONSTRAINT cluster_conditions_reason_form CHECK (reason ~ '^[A-Z][A-Za-z0-9]{0,127}$');

ALTER TABLE agent_credentials
  ADD CONSTRAINT agent_credentials_serial_form CHECK (serial ~ '^[0-9a-fA-F:]+$'),
  ADD CONSTRAINT agent_credentials_cert_pem CHECK (cert_pem LIKE '-----BEGIN CERTIFICATE-----%'),
  ADD CONSTRAINT agent_credentials_key_sealed CHECK (key_envelope LIKE 'v1.%'),
  ADD CONSTRAINT agent_credentials_expires_after_creation CHECK (not_after > created_at);
CREATE UNIQUE INDEX agent_credentials_one_current ON agent_credentials (cluster_id) WHERE revoked_at IS NULL;

ALTER TABLE collectors
  ADD CONSTRAINT collectors_id_form CHECK (role IN ('logs', 'metrics') AND collector_id = role || '/' || node),
  ADD CONSTRAINT collectors_status CHECK (status IN ('UNSET', 'APPLIED', 'APPLYING', 'FAILED'));

-- Operations and the record of what was done -------------------------------------------------

ALTER TABLE operations
  ADD CONSTRAINT operations_finished CHECK ((finished_at IS NULL) = (state IN ('waiting', 'running')));
CREATE UNIQUE INDEX operations_one_open ON operations (cluster_id) WHERE state IN ('waiting', 'running');

ALTER TABLE operation_attempts
  ADD CONSTRAINT operation_attempts_number CHECK (number >= 1),
  ADD CONSTRAINT operation_attempts_finished CHECK ((finished_at IS NULL) = (succeeded IS NULL));
CREATE UNIQUE INDEX operation_attempts_one_open ON operation_attempts (operation_id) WHERE finished_at IS NULL;

ALTER TABLE operation_steps
  ADD CONSTRAINT operation_steps_position CHECK (position >= 0),
  ADD CONSTRAINT operation_steps_key_form CHECK (key ~ '^[a-z][a-z_]{0,62}$'),
  ADD CONSTRAINT operation_steps_finished CHECK (finished_at IS NULL OR state IN ('succeeded', 'failed', 'skipped'));

ALTER TABLE audit_entries
  ADD CONSTRAINT audit_entries_action_form CHECK (action ~ '^[a-z]+(_[a-z]+)*\.[a-z]+(_[a-z]+)*$');

CREATE FUNCTION audit_entries_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%: audit entries are append-only, % is refused', TG_NAME, TG_OP
    USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME;
END $$;
CREATE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries
  FOR EACH STATEMENT EXECUTE FUNCTION audit_entries_append_only();

-- Names that stored telemetry carries can never change ---------------------------------------

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%: %', TG_NAME, TG_ARGV[0]
    USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME;
END $$;

CREATE TRIGGER tenants_immutable BEFORE UPDATE ON tenants FOR EACH ROW
  WHEN ((OLD.project_id, OLD.seed_id, OLD.org_id) IS DISTINCT FROM (NEW.project_id, NEW.seed_id, NEW.org_id))
  EXECUTE FUNCTION refuse_change('a tenant keeps its org id: the stores know its data by it');

CREATE TRIGGER projects_slug_immutable BEFORE UPDATE ON projects FOR EACH ROW
  WHEN (OLD.slug IS DISTINCT FROM NEW.slug)
  EXECUTE FUNCTION refuse_change('a project keeps its slug: its data and its links carry it');

CREATE TRIGGER clusters_identity_immutable BEFORE UPDATE ON clusters FOR EACH ROW
  WHEN ((OLD.project_id, OLD.seed_id, OLD.name) IS DISTINCT FROM (NEW.project_id, NEW.seed_id, NEW.name))
  EXECUTE FUNCTION refuse_change('a cluster keeps its name, project and seed: its data carries them');

-- Somebody must stay in charge ---------------------------------------------------------------

-- The row lock makes two owners who demote each other at once take turns; the second is refused.
CREATE FUNCTION memberships_keep_an_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM projects WHERE id = OLD.project_id FOR NO KEY UPDATE;
  -- The project itself was deleted, and its memberships with it.
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF NOT EXISTS (SELECT 1 FROM memberships WHERE project_id = OLD.project_id AND role = 'owner') THEN
    RAISE EXCEPTION 'memberships_last_owner: project % would have no owner left', OLD.project_id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'memberships_last_owner';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER memberships_last_owner_update AFTER UPDATE ON memberships FOR EACH ROW
  WHEN (OLD.role = 'owner' AND NEW.role <> 'owner') EXECUTE FUNCTION memberships_keep_an_owner();
CREATE TRIGGER memberships_last_owner_delete AFTER DELETE ON memberships FOR EACH ROW
  WHEN (OLD.role = 'owner') EXECUTE FUNCTION memberships_keep_an_owner();

CREATE FUNCTION users_keep_an_administrator() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('oriel.last_administrator'));
  IF NOT EXISTS (SELECT 1 FROM users WHERE is_platform_admin AND disabled_at IS NULL) THEN
    RAISE EXCEPTION 'users_last_administrator: the platform would have no administrator left'
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'users_last_administrator';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER users_last_administrator_update AFTER UPDATE ON users FOR EACH ROW
  WHEN (OLD.is_platform_admin AND OLD.disabled_at IS NULL AND NOT (NEW.is_platform_admin AND NEW.disabled_at IS NULL))
  EXECUTE FUNCTION users_keep_an_administrator();
CREATE TRIGGER users_last_administrator_delete AFTER DELETE ON users FOR EACH ROW
  WHEN (OLD.is_platform_admin AND OLD.disabled_at IS NULL) EXECUTE FUNCTION users_keep_an_administrator();
