-- CreateEnum
CREATE TYPE "grafana_object_kind" AS ENUM ('organization', 'member', 'data_source', 'folder', 'dashboard');

-- CreateEnum
CREATE TYPE "grafana_object_state" AS ENUM ('in_step', 'pending', 'failed');

-- CreateEnum
CREATE TYPE "dashboard_source" AS ENUM ('api', 'config_map');

-- CreateTable
CREATE TABLE "grafana_organizations" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "project_id" UUID,
    "is_global" BOOLEAN NOT NULL DEFAULT false,
    "name" TEXT NOT NULL,
    "org_id" INTEGER,
    "secret_hash" BYTEA,
    "secret_envelope" TEXT,
    "fingerprint" TEXT,
    "generation" BIGINT NOT NULL DEFAULT 1,
    "observed_generation" BIGINT NOT NULL DEFAULT 0,
    "removal_wanted_at" TIMESTAMPTZ(3),
    "synced_at" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),
    "retry_at" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "grafana_organizations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grafana_objects" (
    "organization_id" UUID NOT NULL,
    "kind" "grafana_object_kind" NOT NULL,
    "key" TEXT NOT NULL,
    "state" "grafana_object_state" NOT NULL,
    "message" TEXT NOT NULL DEFAULT '',
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "grafana_objects_pkey" PRIMARY KEY ("organization_id","kind","key")
);

-- CreateTable
CREATE TABLE "grafana_visitors" (
    "organization_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "grafana_visitors_pkey" PRIMARY KEY ("organization_id","user_id")
);

-- CreateTable
CREATE TABLE "grafana_tickets" (
    "token_hash" BYTEA NOT NULL,
    "session_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "grafana_tickets_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "grafana_sessions" (
    "token_hash" BYTEA NOT NULL,
    "session_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "grafana_sessions_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "project_dashboards" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "project_id" UUID NOT NULL,
    "uid" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "model" JSONB NOT NULL,
    "source" "dashboard_source" NOT NULL DEFAULT 'api',
    "cluster_id" UUID,
    "namespace" TEXT,
    "name" TEXT,
    "key" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "project_dashboards_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "grafana_organizations_project_id_key" ON "grafana_organizations"("project_id");

-- CreateIndex
CREATE UNIQUE INDEX "grafana_organizations_org_id_key" ON "grafana_organizations"("org_id");

-- CreateIndex
CREATE UNIQUE INDEX "grafana_organizations_secret_hash_key" ON "grafana_organizations"("secret_hash");

-- CreateIndex
CREATE INDEX "grafana_organizations_due_at_idx" ON "grafana_organizations"("due_at");

-- CreateIndex
CREATE INDEX "grafana_visitors_user_id_idx" ON "grafana_visitors"("user_id");

-- CreateIndex
CREATE INDEX "grafana_tickets_session_id_idx" ON "grafana_tickets"("session_id");

-- CreateIndex
CREATE INDEX "grafana_tickets_expires_at_idx" ON "grafana_tickets"("expires_at");

-- CreateIndex
CREATE INDEX "grafana_sessions_session_id_idx" ON "grafana_sessions"("session_id");

-- CreateIndex
CREATE INDEX "grafana_sessions_expires_at_idx" ON "grafana_sessions"("expires_at");

-- CreateIndex
CREATE INDEX "project_dashboards_cluster_id_idx" ON "project_dashboards"("cluster_id");

-- CreateIndex
CREATE UNIQUE INDEX "project_dashboards_project_id_uid_key" ON "project_dashboards"("project_id", "uid");

-- AddForeignKey
ALTER TABLE "grafana_objects" ADD CONSTRAINT "grafana_objects_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "grafana_organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grafana_visitors" ADD CONSTRAINT "grafana_visitors_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "grafana_organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grafana_visitors" ADD CONSTRAINT "grafana_visitors_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grafana_tickets" ADD CONSTRAINT "grafana_tickets_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grafana_sessions" ADD CONSTRAINT "grafana_sessions_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_dashboards" ADD CONSTRAINT "project_dashboards_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_dashboards" ADD CONSTRAINT "project_dashboards_cluster_id_fkey" FOREIGN KEY ("cluster_id") REFERENCES "clusters"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand from here on: what a row must obey, whoever writes it ----------------------

ALTER TABLE grafana_organizations
  ADD CONSTRAINT grafana_organizations_one_subject CHECK (is_global = (project_id IS NULL)),
  ADD CONSTRAINT grafana_organizations_name_length CHECK (length(name) BETWEEN 1 AND 190),
  -- Grafana's first organization is its own: it carries the mark that tells an empty database.
  ADD CONSTRAINT grafana_organizations_org_id CHECK (org_id > 1),
  ADD CONSTRAINT grafana_organizations_secret CHECK ((secret_hash IS NULL) = (secret_envelope IS NULL)),
  ADD CONSTRAINT grafana_organizations_secret_hash_length CHECK (octet_length(secret_hash) = 32),
  ADD CONSTRAINT grafana_organizations_secret_sealed CHECK (secret_envelope ~ '^v[12]\.'),
  ADD CONSTRAINT grafana_organizations_generations CHECK (generation >= observed_generation AND observed_generation >= 0),
  ADD CONSTRAINT grafana_organizations_failures CHECK (failures >= 0);
CREATE UNIQUE INDEX grafana_organizations_one_global ON grafana_organizations (is_global) WHERE is_global;
-- The few that wait are found without a look at the thousands that are in step.
CREATE INDEX grafana_organizations_behind ON grafana_organizations (id) WHERE generation <> observed_generation;

ALTER TABLE grafana_tickets
  ADD CONSTRAINT grafana_tickets_token_hash_length CHECK (octet_length(token_hash) = 32),
  ADD CONSTRAINT grafana_tickets_short CHECK (expires_at > created_at AND expires_at <= created_at + interval '61 seconds'),
  ADD CONSTRAINT grafana_tickets_used_in_time CHECK (used_at <= expires_at);

ALTER TABLE grafana_sessions
  ADD CONSTRAINT grafana_sessions_token_hash_length CHECK (octet_length(token_hash) = 32),
  ADD CONSTRAINT grafana_sessions_expires_after_creation
    CHECK (expires_at > created_at AND expires_at <= created_at + interval '7 days 1 minute');

ALTER TABLE project_dashboards
  ADD CONSTRAINT project_dashboards_uid_form CHECK (uid ~ '^op-[A-Za-z0-9_-]{1,37}$'),
  ADD CONSTRAINT project_dashboards_title_length CHECK (length(btrim(title)) BETWEEN 1 AND 189),
  ADD CONSTRAINT project_dashboards_model CHECK (jsonb_typeof(model) = 'object' AND octet_length(model::text) <= 2097152),
  ADD CONSTRAINT project_dashboards_version CHECK (version > 0),
  ADD CONSTRAINT project_dashboards_origin CHECK (
    (cluster_id IS NOT NULL) = (source = 'config_map') AND (namespace IS NOT NULL) = (source = 'config_map')
    AND (name IS NOT NULL) = (source = 'config_map') AND (key IS NOT NULL) = (source = 'config_map'));

-- oriel_grafana: the organization's id, or nothing where many have changed --------------------

-- Called at the commit, when every other lock is held already, and under the lock that the audit's links are taken in
-- turn with: two locks taken by turns could wait for each other. Whoever raises a generation does it by this.
CREATE FUNCTION grafana_raise(organizations uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  raised uuid[];
BEGIN
  IF cardinality(organizations) = 0 THEN RETURN; END IF;
  PERFORM pg_advisory_xact_lock(hashtext('oriel.audit_chain'));
  WITH changed AS (
    UPDATE grafana_organizations SET generation = generation + 1 WHERE id = ANY (organizations) RETURNING id
  ) SELECT array_agg(id) INTO raised FROM changed;
  IF cardinality(raised) > 20 THEN
    PERFORM pg_notify('oriel_grafana', '');
  ELSE
    PERFORM pg_notify('oriel_grafana', id::text) FROM unnest(raised) AS id;
  END IF;
END $$;

-- A project's organization is there with the project.
CREATE FUNCTION grafana_name(project projects) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT left(project.name, 178) || ' (' || left(project.id::text, 8) || ')'
$$;

CREATE FUNCTION grafana_project_made() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  made uuid;
BEGIN
  INSERT INTO grafana_organizations (project_id, name) VALUES (NEW.id, grafana_name(NEW)) RETURNING id INTO made;
  PERFORM pg_notify('oriel_grafana', made::text);
  RETURN NULL;
END $$;
CREATE TRIGGER projects_grafana AFTER INSERT ON projects FOR EACH ROW EXECUTE FUNCTION grafana_project_made();

CREATE FUNCTION grafana_project_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('oriel.audit_chain'));
  IF TG_OP = 'DELETE' THEN
    UPDATE grafana_organizations SET removal_wanted_at = coalesce(removal_wanted_at, now()) WHERE project_id = OLD.id;
  ELSE
    UPDATE grafana_organizations SET name = grafana_name(NEW) WHERE project_id = NEW.id;
  END IF;
  PERFORM grafana_raise(ARRAY(SELECT id FROM grafana_organizations WHERE project_id = OLD.id));
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER projects_grafana_changed AFTER DELETE OR UPDATE OF name ON projects
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION grafana_project_changed();

-- What belongs to one project: a binding, a dashboard of its own.
CREATE FUNCTION grafana_project_row_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  r jsonb := to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END);
BEGIN
  PERFORM grafana_raise(ARRAY(SELECT id FROM grafana_organizations WHERE project_id = (r ->> 'project_id')::uuid));
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER role_bindings_grafana AFTER INSERT OR UPDATE OR DELETE ON role_bindings
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION grafana_project_row_changed();
CREATE CONSTRAINT TRIGGER project_dashboards_grafana AFTER INSERT OR UPDATE OF title, model, uid OR DELETE ON project_dashboards
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION grafana_project_row_changed();

CREATE FUNCTION grafana_visitor_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM grafana_raise(ARRAY[CASE WHEN TG_OP = 'DELETE' THEN OLD.organization_id ELSE NEW.organization_id END]);
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER grafana_visitors_grafana AFTER INSERT OR DELETE ON grafana_visitors
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION grafana_visitor_changed();

-- A person: every organization they are in, and the global one, which is the administrators'.
CREATE FUNCTION grafana_user_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM grafana_raise(ARRAY(
    SELECT o.id FROM grafana_organizations o JOIN role_bindings b ON b.project_id = o.project_id WHERE b.user_id = OLD.id
    UNION SELECT o.id FROM group_memberships m JOIN role_bindings b USING (provider_id, group_name)
      JOIN grafana_organizations o ON o.project_id = b.project_id WHERE m.user_id = OLD.id
    UNION SELECT organization_id FROM grafana_visitors WHERE user_id = OLD.id
    UNION SELECT id FROM grafana_organizations WHERE is_global
  ));
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER users_grafana AFTER UPDATE OF email, name, is_platform_admin, disabled_at ON users
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.kind = 'person' AND (OLD.email, OLD.name, OLD.is_platform_admin, OLD.disabled_at)
    IS DISTINCT FROM (NEW.email, NEW.name, NEW.is_platform_admin, NEW.disabled_at))
  EXECUTE FUNCTION grafana_user_changed();
CREATE FUNCTION grafana_administrator_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM grafana_raise(ARRAY(SELECT id FROM grafana_organizations WHERE is_global));
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER users_grafana_added AFTER INSERT ON users
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.kind = 'person' AND NEW.is_platform_admin) EXECUTE FUNCTION grafana_administrator_added();
-- Bindings and memberships go with the person, and speak for themselves.
CREATE CONSTRAINT TRIGGER users_grafana_gone AFTER DELETE ON users
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.is_platform_admin) EXECUTE FUNCTION grafana_user_changed();

CREATE FUNCTION grafana_group_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  m group_memberships := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  administers boolean := EXISTS (
    SELECT 1 FROM identity_providers p WHERE p.id = m.provider_id AND m.group_name = ANY (p.admin_groups));
BEGIN
  PERFORM grafana_raise(ARRAY(
    SELECT o.id FROM role_bindings b JOIN grafana_organizations o ON o.project_id = b.project_id
      WHERE b.provider_id = m.provider_id AND b.group_name = m.group_name
    UNION SELECT organization_id FROM grafana_visitors WHERE administers AND user_id = m.user_id
    UNION SELECT id FROM grafana_organizations WHERE administers AND is_global
  ));
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER group_memberships_grafana AFTER INSERT OR DELETE ON group_memberships
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION grafana_group_changed();

-- Groups of a provider that is switched off vouch for nobody.
CREATE FUNCTION grafana_provider_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM grafana_raise(ARRAY(
    SELECT o.id FROM role_bindings b JOIN grafana_organizations o ON o.project_id = b.project_id WHERE b.provider_id = OLD.id
    UNION SELECT organization_id FROM grafana_visitors
    UNION SELECT id FROM grafana_organizations WHERE is_global
  ));
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER identity_providers_grafana AFTER DELETE OR UPDATE OF enabled, admin_groups ON identity_providers
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION grafana_provider_changed();

-- oriel_grants: what the gateway keeps of an organization ------------------------------------

CREATE TRIGGER grafana_organizations_notify_gone AFTER DELETE ON grafana_organizations
  FOR EACH ROW EXECUTE FUNCTION notify_grants();
CREATE TRIGGER grafana_organizations_notify AFTER UPDATE ON grafana_organizations FOR EACH ROW
  WHEN ((OLD.org_id, OLD.secret_hash, OLD.removal_wanted_at IS NULL)
    IS DISTINCT FROM (NEW.org_id, NEW.secret_hash, NEW.removal_wanted_at IS NULL))
  EXECUTE FUNCTION notify_grants();
CREATE TRIGGER grafana_sessions_notify AFTER DELETE ON grafana_sessions
  FOR EACH ROW EXECUTE FUNCTION notify_grants();

-- What is there already -----------------------------------------------------------------------

INSERT INTO grafana_organizations (is_global, name) VALUES (true, 'All projects');
INSERT INTO grafana_organizations (project_id, name) SELECT id, grafana_name(projects) FROM projects;
