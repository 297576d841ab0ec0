-- Trigrams are among PostgreSQL's contributed modules, and trusted: the database's owner may add them.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateIndex
CREATE INDEX "audit_entries_words_idx" ON "audit_entries" USING GIN ("actor_email" gin_trgm_ops, "address" gin_trgm_ops);
