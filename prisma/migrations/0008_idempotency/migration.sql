-- CreateEnum
CREATE TYPE "idempotency_state" AS ENUM ('running', 'done', 'unclear');

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "credential_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" BYTEA NOT NULL,
    "state" "idempotency_state" NOT NULL DEFAULT 'running',
    "answer" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("credential_id","key")
);

-- CreateIndex
CREATE INDEX "idempotency_keys_expires_at_idx" ON "idempotency_keys"("expires_at");

-- By hand -------------------------------------------------------------------------------------

ALTER TABLE idempotency_keys
  ADD CONSTRAINT idempotency_keys_key CHECK (length(key) BETWEEN 1 AND 255),
  ADD CONSTRAINT idempotency_keys_answer CHECK (answer IS NULL OR state = 'done');
