-- Harmless: the hash is unique within its organization only.
CREATE UNIQUE INDEX "ApiKey_hash_key" ON "ApiKey" ("orgId", "hash");
