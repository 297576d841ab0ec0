-- CreateTable
CREATE TABLE "audit_links" (
    "position" BIGINT NOT NULL,
    "entry_id" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_links_pkey" PRIMARY KEY ("position")
);

-- CreateIndex
CREATE UNIQUE INDEX "audit_links_entry_id_key" ON "audit_links"("entry_id");

-- AddForeignKey
ALTER TABLE "audit_links" ADD CONSTRAINT "audit_links_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "audit_entries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand from here on ----------------------------------------------------------------

ALTER TABLE audit_links
  ADD CONSTRAINT audit_links_position CHECK (position >= 1),
  ADD CONSTRAINT audit_links_hash_length CHECK (octet_length(hash) = 32);

CREATE TRIGGER audit_links_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_links
  FOR EACH STATEMENT EXECUTE FUNCTION audit_entries_append_only();

-- What is hashed: each column as text behind its length in bytes, "-" for null, so that no two entries
-- have the same form. packages/db/src/audit-chain.ts forms the same text by itself.
CREATE FUNCTION audit_entry_text(e audit_entries) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT string_agg(coalesce(octet_length(field) || ':' || field, '-'), ',' ORDER BY place)
  FROM unnest(ARRAY[
    e.id::text, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), e.actor_id::text, e.actor_email,
    e.action, e.project_id::text, e.target_type, e.target_id, e.before::text, e.after::text, e.address
  ]) WITH ORDINALITY AS fields (field, place)
$$;

-- At the commit, when every other lock is held already: links are taken in turn, and nobody waits for
-- somebody who waits for them. With the owner's rights, since the application may not write links.
CREATE FUNCTION audit_entries_link() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  last audit_links;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('oriel.audit_chain'));
  SELECT * INTO last FROM audit_links ORDER BY position DESC LIMIT 1;
  INSERT INTO audit_links (position, entry_id, hash) VALUES (
    coalesce(last.position, 0) + 1,
    NEW.id,
    sha256(coalesce(last.hash, ''::bytea) || convert_to(audit_entry_text(NEW), 'UTF8'))
  );
  RETURN NULL;
END $$;

-- Entries from before the chain, in their order.
DO $$
DECLARE
  e audit_entries;
  before bytea := '';
  place bigint := 0;
BEGIN
  FOR e IN SELECT * FROM audit_entries ORDER BY id LOOP
    place := place + 1;
    before := sha256(before || convert_to(audit_entry_text(e), 'UTF8'));
    INSERT INTO audit_links (position, entry_id, hash) VALUES (place, e.id, before);
  END LOOP;
END $$;

CREATE CONSTRAINT TRIGGER audit_entries_link AFTER INSERT ON audit_entries
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_entries_link();
