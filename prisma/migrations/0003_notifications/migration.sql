-- Other processes keep what they looked up and drop it when told. Equal notifications of one
-- transaction arrive once. Columns that change with every heartbeat are left out on purpose.

-- oriel_grants: { table, id, userId?, projectId? }: who may do what, and where data lies ------

CREATE FUNCTION notify_grants() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  r jsonb := to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END);
BEGIN
  PERFORM pg_notify('oriel_grants', jsonb_strip_nulls(jsonb_build_object(
    'table', TG_TABLE_NAME,
    'id', coalesce(r ->> 'id', r ->> 'user_id', r ->> 'project_id'),
    'userId', CASE WHEN TG_TABLE_NAME = 'users' THEN r ->> 'id' ELSE r ->> 'user_id' END,
    'projectId', CASE WHEN TG_TABLE_NAME = 'projects' THEN r ->> 'id' ELSE r ->> 'project_id' END
  ))::text);
  RETURN NULL;
END $$;

CREATE TRIGGER users_notify AFTER DELETE OR UPDATE OF email, name, is_platform_admin, disabled_at ON users
  FOR EACH ROW EXECUTE FUNCTION notify_grants();
CREATE TRIGGER sessions_notify AFTER DELETE OR UPDATE OF revoked_at, expires_at ON sessions
  FOR EACH ROW EXECUTE FUNCTION notify_grants();
CREATE TRIGGER api_tokens_notify AFTER DELETE OR UPDATE OF revoked_at, expires_at, read_only, project_id ON api_tokens
  FOR EACH ROW EXECUTE FUNCTION notify_grants();
CREATE TRIGGER memberships_notify AFTER INSERT OR UPDATE OR DELETE ON memberships
  FOR EACH ROW EXECUTE FUNCTION notify_grants();
CREATE TRIGGER projects_notify AFTER INSERT OR UPDATE OR DELETE ON projects
  FOR EACH ROW EXECUTE FUNCTION notify_grants();
CREATE TRIGGER tenants_notify AFTER INSERT OR UPDATE OR DELETE ON tenants
  FOR EACH ROW EXECUTE FUNCTION notify_grants();
CREATE TRIGGER seeds_notify AFTER INSERT OR DELETE OR UPDATE OF
  name, region, kind, metrics_url, logs_url, ingest_url, ca_cert_pem, ingest_directory ON seeds
  FOR EACH ROW EXECUTE FUNCTION notify_grants();

-- oriel_operations: the operation's id --------------------------------------------------------

CREATE FUNCTION notify_operations() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  r jsonb := to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END);
BEGIN
  PERFORM pg_notify('oriel_operations', coalesce(r ->> 'operation_id', r ->> 'id'));
  RETURN NULL;
END $$;

CREATE TRIGGER operations_notify AFTER INSERT OR UPDATE OR DELETE ON operations
  FOR EACH ROW EXECUTE FUNCTION notify_operations();
CREATE TRIGGER operation_attempts_notify AFTER INSERT OR UPDATE ON operation_attempts
  FOR EACH ROW EXECUTE FUNCTION notify_operations();
CREATE TRIGGER operation_steps_notify AFTER INSERT OR UPDATE ON operation_steps
  FOR EACH ROW EXECUTE FUNCTION notify_operations();

-- oriel_clusters: the cluster's id ------------------------------------------------------------

CREATE FUNCTION notify_clusters() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  r jsonb := to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END);
BEGIN
  PERFORM pg_notify('oriel_clusters', coalesce(r ->> 'cluster_id', r ->> 'id'));
  RETURN NULL;
END $$;

-- Not: latency_ms, last_reached_at, retry_at, failures, last_log_at, last_metric_at, ingest_sparkline.
CREATE TRIGGER clusters_notify AFTER INSERT OR DELETE ON clusters
  FOR EACH ROW EXECUTE FUNCTION notify_clusters();
CREATE TRIGGER clusters_notify_update AFTER UPDATE ON clusters FOR EACH ROW
  WHEN ((OLD.region, OLD.api_server, OLD.kubeconfig_envelope, OLD.monitoring_enabled, OLD.logging_enabled,
         OLD.keep_debug_until, OLD.kubernetes_version, OLD.node_count, OLD.applied_hash, OLD.first_log_at,
         OLD.first_metric_at, OLD.deletion_requested_at)
    IS DISTINCT FROM
        (NEW.region, NEW.api_server, NEW.kubeconfig_envelope, NEW.monitoring_enabled, NEW.logging_enabled,
         NEW.keep_debug_until, NEW.kubernetes_version, NEW.node_count, NEW.applied_hash, NEW.first_log_at,
         NEW.first_metric_at, NEW.deletion_requested_at))
  EXECUTE FUNCTION notify_clusters();

CREATE TRIGGER cluster_conditions_notify AFTER INSERT OR DELETE ON cluster_conditions
  FOR EACH ROW EXECUTE FUNCTION notify_clusters();
CREATE TRIGGER cluster_conditions_notify_update AFTER UPDATE ON cluster_conditions FOR EACH ROW
  WHEN ((OLD.status, OLD.reason, OLD.message) IS DISTINCT FROM (NEW.status, NEW.reason, NEW.message))
  EXECUTE FUNCTION notify_clusters();

CREATE TRIGGER collectors_notify AFTER INSERT OR DELETE ON collectors
  FOR EACH ROW EXECUTE FUNCTION notify_clusters();
CREATE TRIGGER collectors_notify_update AFTER UPDATE ON collectors FOR EACH ROW
  WHEN ((OLD.version, OLD.served_hash, OLD.status, OLD.status_message)
    IS DISTINCT FROM (NEW.version, NEW.served_hash, NEW.status, NEW.status_message))
  EXECUTE FUNCTION notify_clusters();

CREATE TRIGGER agent_credentials_notify AFTER INSERT OR DELETE OR UPDATE OF revoked_at ON agent_credentials
  FOR EACH ROW EXECUTE FUNCTION notify_clusters();
