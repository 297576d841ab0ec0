-- AlterTable
ALTER TABLE "identity_providers" ADD COLUMN     "trusts_email" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "one_time_links" ADD COLUMN     "handed_to_id" UUID;

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "vouched_by_id" UUID;

-- Groups are an identity's; what is left of one that is gone goes first.
DELETE FROM group_memberships m WHERE NOT EXISTS (
  SELECT 1 FROM identities i WHERE i.provider_id = m.provider_id AND i.user_id = m.user_id);
SET CONSTRAINTS ALL IMMEDIATE;

-- AddForeignKey
ALTER TABLE "group_memberships" ADD CONSTRAINT "group_memberships_provider_id_user_id_fkey" FOREIGN KEY ("provider_id", "user_id") REFERENCES "identities"("provider_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand from here on ---------------------------------------------------------------

-- Links and passwords from before are taken for an administrator's: nobody noted whom they were shown.
ALTER TABLE users
  ADD CONSTRAINT users_vouched_password CHECK (vouched_by_id IS NULL OR password_hash IS NOT NULL);
