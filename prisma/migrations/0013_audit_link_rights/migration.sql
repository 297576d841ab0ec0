-- Written by hand: rights and functions, of which schema.prisma knows nothing --------------------

-- The function runs with the owner's rights for whatever trigger calls it, and its text of NEW follows casts. So it
-- serves one table, looks nothing up where others could put something, and nobody else makes a trigger of it: that
-- right is asked for when a trigger is made, not when it fires.
CREATE OR REPLACE FUNCTION audit_entries_link() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  last public.audit_links;
BEGIN
  IF TG_RELID <> 'public.audit_entries'::regclass THEN
    RAISE EXCEPTION '% links audit_entries alone, not %', TG_NAME, TG_RELID::regclass
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('oriel.audit_chain'));
  SELECT * INTO last FROM public.audit_links ORDER BY position DESC LIMIT 1;
  INSERT INTO public.audit_links (position, entry_id, hash) VALUES (
    coalesce(last.position, 0) + 1,
    NEW.id,
    sha256(coalesce(last.hash, ''::bytea) || convert_to(public.audit_entry_text(NEW), 'UTF8'))
  );
  RETURN NULL;
END $$;

-- What the application's role was granted by itself, packages/db/src/app-role.ts takes back.
REVOKE EXECUTE ON FUNCTION audit_entries_link() FROM PUBLIC;
