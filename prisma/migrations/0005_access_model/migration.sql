-- CreateEnum
CREATE TYPE "user_kind" AS ENUM ('person', 'service');

-- CreateEnum
CREATE TYPE "policy_level" AS ENUM ('platform', 'seed', 'project', 'cluster');

-- CreateEnum
CREATE TYPE "policy_mode" AS ENUM ('default', 'enforced');

-- DropForeignKey
ALTER TABLE "memberships" DROP CONSTRAINT "memberships_project_id_fkey";

-- DropForeignKey
ALTER TABLE "memberships" DROP CONSTRAINT "memberships_user_id_fkey";

-- AlterTable
ALTER TABLE "api_tokens" ADD COLUMN     "cluster_ids" UUID[] DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "namespaces" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "rotated_from_id" UUID;

-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "provider_id" TEXT;

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "kind" "user_kind" NOT NULL DEFAULT 'person',
ADD COLUMN     "project_id" UUID;

-- CreateTable
CREATE TABLE "role_bindings" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "project_id" UUID NOT NULL,
    "role" "project_role" NOT NULL,
    "user_id" UUID,
    "provider_id" TEXT,
    "group_name" TEXT,
    "cluster_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "namespaces" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "role_bindings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity_providers" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "client_secret_envelope" TEXT NOT NULL,
    "scopes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "groups_claim" TEXT NOT NULL DEFAULT 'groups',
    "admin_groups" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "identity_providers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identities" (
    "provider_id" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_signed_in_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "identities_pkey" PRIMARY KEY ("provider_id","subject")
);

-- CreateTable
CREATE TABLE "group_memberships" (
    "user_id" UUID NOT NULL,
    "provider_id" TEXT NOT NULL,
    "group_name" TEXT NOT NULL,

    CONSTRAINT "group_memberships_pkey" PRIMARY KEY ("user_id","provider_id","group_name")
);

-- CreateTable
CREATE TABLE "policies" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "level" "policy_level" NOT NULL,
    "seed_id" UUID,
    "project_id" UUID,
    "cluster_id" UUID,
    "setting" TEXT NOT NULL,
    "mode" "policy_mode" NOT NULL,
    "value" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "policies_pkey" PRIMARY KEY ("id")
);

-- Memberships become bindings of the whole project.
INSERT INTO role_bindings (project_id, user_id, role, created_at)
  SELECT project_id, user_id, role, created_at FROM memberships;

-- DropTable
DROP TABLE "memberships";

-- CreateIndex
CREATE INDEX "role_bindings_project_id_idx" ON "role_bindings"("project_id");

-- CreateIndex
CREATE INDEX "role_bindings_user_id_idx" ON "role_bindings"("user_id");

-- CreateIndex
CREATE INDEX "role_bindings_provider_id_group_name_idx" ON "role_bindings"("provider_id", "group_name");

-- CreateIndex
CREATE UNIQUE INDEX "identity_providers_issuer_key" ON "identity_providers"("issuer");

-- CreateIndex
CREATE INDEX "identities_user_id_idx" ON "identities"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "identities_provider_id_user_id_key" ON "identities"("provider_id", "user_id");

-- CreateIndex
CREATE INDEX "group_memberships_provider_id_group_name_idx" ON "group_memberships"("provider_id", "group_name");

-- CreateIndex
CREATE INDEX "policies_seed_id_idx" ON "policies"("seed_id");

-- CreateIndex
CREATE INDEX "policies_project_id_idx" ON "policies"("project_id");

-- CreateIndex
CREATE INDEX "policies_cluster_id_idx" ON "policies"("cluster_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_tokens_rotated_from_id_key" ON "api_tokens"("rotated_from_id");

-- CreateIndex
CREATE INDEX "sessions_provider_id_idx" ON "sessions"("provider_id");

-- CreateIndex
CREATE INDEX "users_project_id_idx" ON "users"("project_id");

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "identity_providers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_rotated_from_id_fkey" FOREIGN KEY ("rotated_from_id") REFERENCES "api_tokens"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_bindings" ADD CONSTRAINT "role_bindings_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_bindings" ADD CONSTRAINT "role_bindings_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_bindings" ADD CONSTRAINT "role_bindings_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "identity_providers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identities" ADD CONSTRAINT "identities_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "identity_providers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identities" ADD CONSTRAINT "identities_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_memberships" ADD CONSTRAINT "group_memberships_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_memberships" ADD CONSTRAINT "group_memberships_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "identity_providers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policies" ADD CONSTRAINT "policies_seed_id_fkey" FOREIGN KEY ("seed_id") REFERENCES "seeds"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policies" ADD CONSTRAINT "policies_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policies" ADD CONSTRAINT "policies_cluster_id_fkey" FOREIGN KEY ("cluster_id") REFERENCES "clusters"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand from here on: what a row must obey, whoever writes it ----------------------

ALTER TABLE users
  ADD CONSTRAINT users_service_has_no_password CHECK (kind = 'person' OR password_hash IS NULL),
  ADD CONSTRAINT users_person_has_no_project CHECK (kind = 'service' OR project_id IS NULL),
  ADD CONSTRAINT users_project_service_no_admin CHECK (project_id IS NULL OR NOT is_platform_admin);

ALTER TABLE api_tokens
  ADD CONSTRAINT api_tokens_lists CHECK (cluster_ids IS NOT NULL AND namespaces IS NOT NULL),
  ADD CONSTRAINT api_tokens_narrowed_in_project
    CHECK (project_id IS NOT NULL OR (cardinality(cluster_ids) = 0 AND cardinality(namespaces) = 0)),
  ADD CONSTRAINT api_tokens_narrowed_reads
    CHECK (read_only OR cardinality(namespaces) = 0);

ALTER TABLE role_bindings
  ADD CONSTRAINT role_bindings_lists CHECK (cluster_ids IS NOT NULL AND namespaces IS NOT NULL),
  ADD CONSTRAINT role_bindings_one_subject
    CHECK ((user_id IS NULL) <> (group_name IS NULL) AND (provider_id IS NULL) = (group_name IS NULL)),
  ADD CONSTRAINT role_bindings_group_name_length CHECK (length(group_name) BETWEEN 1 AND 256),
  -- Who rules a part only could give themselves the rest; who may change a cluster reads all of its namespaces.
  ADD CONSTRAINT role_bindings_owner_whole
    CHECK (role <> 'owner' OR (cardinality(cluster_ids) = 0 AND cardinality(namespaces) = 0)),
  ADD CONSTRAINT role_bindings_editor_all_namespaces CHECK (role <> 'editor' OR cardinality(namespaces) = 0);
CREATE UNIQUE INDEX role_bindings_one_whole_per_user ON role_bindings (project_id, user_id)
  WHERE user_id IS NOT NULL AND cardinality(cluster_ids) = 0 AND cardinality(namespaces) = 0;
CREATE UNIQUE INDEX role_bindings_one_whole_per_group ON role_bindings (project_id, provider_id, group_name)
  WHERE group_name IS NOT NULL AND cardinality(cluster_ids) = 0 AND cardinality(namespaces) = 0;

ALTER TABLE identity_providers
  ADD CONSTRAINT identity_providers_id_form CHECK (id ~ '^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$'),
  ADD CONSTRAINT identity_providers_name_length CHECK (length(btrim(name)) BETWEEN 1 AND 120),
  ADD CONSTRAINT identity_providers_issuer_form CHECK (issuer ~ '^https?://[^\s]+$'),
  ADD CONSTRAINT identity_providers_lists CHECK (scopes IS NOT NULL AND admin_groups IS NOT NULL),
  ADD CONSTRAINT identity_providers_groups_claim_form CHECK (length(groups_claim) BETWEEN 1 AND 256);

ALTER TABLE identities
  ADD CONSTRAINT identities_subject_length CHECK (length(subject) BETWEEN 1 AND 255);

ALTER TABLE group_memberships
  ADD CONSTRAINT group_memberships_name_length CHECK (length(group_name) BETWEEN 1 AND 256);

ALTER TABLE policies
  ADD CONSTRAINT policies_one_target CHECK (
    (seed_id IS NOT NULL) = (level = 'seed') AND (project_id IS NOT NULL) = (level = 'project')
    AND (cluster_id IS NOT NULL) = (level = 'cluster')),
  ADD CONSTRAINT policies_setting_form CHECK (setting ~ '^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)+$');
CREATE UNIQUE INDEX policies_one_per_target
  ON policies (setting, level, (coalesce(seed_id, project_id, cluster_id, '00000000-0000-0000-0000-000000000000')));

-- A service account is never signed in; only tokens speak for it.
CREATE FUNCTION refuse_service_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM users WHERE id = NEW.user_id AND kind = 'service') THEN
    RAISE EXCEPTION '%: a service account has tokens only', TG_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sessions_of_people BEFORE INSERT OR UPDATE OF user_id ON sessions
  FOR EACH ROW EXECUTE FUNCTION refuse_service_account();
CREATE TRIGGER one_time_links_of_people BEFORE INSERT OR UPDATE OF user_id ON one_time_links
  FOR EACH ROW EXECUTE FUNCTION refuse_service_account();
CREATE TRIGGER identities_of_people BEFORE INSERT OR UPDATE OF user_id ON identities
  FOR EACH ROW EXECUTE FUNCTION refuse_service_account();

CREATE TRIGGER users_kind_immutable BEFORE UPDATE ON users FOR EACH ROW
  WHEN ((OLD.kind, OLD.project_id) IS DISTINCT FROM (NEW.kind, NEW.project_id))
  EXECUTE FUNCTION refuse_change('a person stays a person, and a service account with its project');

-- Somebody must stay in charge ---------------------------------------------------------------

-- The row lock makes two owners who demote each other at once take turns; the second is refused.
DROP FUNCTION memberships_keep_an_owner();
CREATE FUNCTION role_bindings_keep_an_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM projects WHERE id = OLD.project_id FOR NO KEY UPDATE;
  -- The project itself was deleted, and its bindings with it.
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF NOT EXISTS (SELECT 1 FROM role_bindings WHERE project_id = OLD.project_id AND role = 'owner') THEN
    RAISE EXCEPTION 'role_bindings_last_owner: project % would have no owner left', OLD.project_id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'role_bindings_last_owner';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER role_bindings_last_owner_update AFTER UPDATE ON role_bindings FOR EACH ROW
  WHEN (OLD.role = 'owner' AND NEW.role <> 'owner') EXECUTE FUNCTION role_bindings_keep_an_owner();
CREATE TRIGGER role_bindings_last_owner_delete AFTER DELETE ON role_bindings FOR EACH ROW
  WHEN (OLD.role = 'owner') EXECUTE FUNCTION role_bindings_keep_an_owner();

CREATE TRIGGER role_bindings_subject_immutable BEFORE UPDATE ON role_bindings FOR EACH ROW
  WHEN ((OLD.project_id, OLD.user_id, OLD.provider_id, OLD.group_name)
    IS DISTINCT FROM (NEW.project_id, NEW.user_id, NEW.provider_id, NEW.group_name))
  EXECUTE FUNCTION refuse_change('a binding keeps its project and its subject');

-- A person, by a flag of their own: a provider may be away or lose its groups.
CREATE OR REPLACE FUNCTION users_keep_an_administrator() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('oriel.last_administrator'));
  IF NOT EXISTS (SELECT 1 FROM users WHERE is_platform_admin AND disabled_at IS NULL AND kind = 'person') THEN
    RAISE EXCEPTION 'users_last_administrator: the platform would have no administrator left'
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'users_last_administrator';
  END IF;
  RETURN NULL;
END $$;

-- Caches of who may do what ------------------------------------------------------------------

DROP TRIGGER api_tokens_notify ON api_tokens;
CREATE TRIGGER api_tokens_notify AFTER DELETE OR UPDATE OF
  revoked_at, expires_at, read_only, project_id, cluster_ids, namespaces ON api_tokens
  FOR EACH ROW EXECUTE FUNCTION notify_grants();
CREATE TRIGGER role_bindings_notify AFTER INSERT OR UPDATE OR DELETE ON role_bindings
  FOR EACH ROW EXECUTE FUNCTION notify_grants();
CREATE TRIGGER group_memberships_notify AFTER INSERT OR DELETE ON group_memberships
  FOR EACH ROW EXECUTE FUNCTION notify_grants();
CREATE TRIGGER identity_providers_notify AFTER DELETE OR UPDATE OF admin_groups, enabled ON identity_providers
  FOR EACH ROW EXECUTE FUNCTION notify_grants();
-- A binding names clusters by id, and queries name them by name.
CREATE TRIGGER clusters_notify_grants AFTER INSERT OR DELETE ON clusters
  FOR EACH ROW EXECUTE FUNCTION notify_grants();
