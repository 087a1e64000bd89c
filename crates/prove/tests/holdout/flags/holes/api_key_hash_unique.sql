-- The hash is unique over all organizations, so an insert tells whether a key is in use anywhere.
-- about: ApiKey, ApiKey_hash_key
-- as: hf_flags_app
-- exploit: SET app.current_org_id = 'org_hill';
-- exploit: INSERT INTO "ApiKey" ("orgId", "environmentId", "hash", "label")
-- exploit: VALUES ('org_hill', 'e_hill', 'hash-road', 'x');
-- shows: ApiKey_hash_key
-- One key, one environment.
CREATE UNIQUE INDEX "ApiKey_hash_key" ON "ApiKey" ("hash");
