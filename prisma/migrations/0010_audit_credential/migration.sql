-- DropIndex
DROP INDEX "audit_entries_project_id_at_idx";

-- AlterTable
ALTER TABLE "audit_entries" ADD COLUMN     "credential" TEXT;

-- CreateIndex
CREATE INDEX "audit_entries_project_id_id_idx" ON "audit_entries"("project_id", "id");

-- Written by hand from here on ----------------------------------------------------------------

-- The credential is hashed where there is one. Entries from before have none, and keep the hash they have; since each
-- field stands behind its length, eleven fields never read like twelve. packages/db/src/audit-chain.ts does the same.
CREATE OR REPLACE FUNCTION audit_entry_text(e audit_entries) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT string_agg(coalesce(octet_length(field) || ':' || field, '-'), ',' ORDER BY place)
  FROM unnest(ARRAY[
    e.id::text, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), e.actor_id::text, e.actor_email,
    e.action, e.project_id::text, e.target_type, e.target_id, e.before::text, e.after::text, e.address
  ] || CASE WHEN e.credential IS NULL THEN '{}'::text[] ELSE ARRAY[e.credential] END) WITH ORDINALITY AS fields (field, place)
$$;
