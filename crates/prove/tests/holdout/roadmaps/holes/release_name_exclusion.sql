-- An exclusion constraint over names lets nobody use a name of another workspace; a failure tells of it.
-- about: Release, release_name_once
-- as: hf_roadmaps_app
-- exploit: SET app.workspace_id = '11111111-1111-1111-1111-111111111111';
-- exploit: INSERT INTO "Release" ("workspaceId", "name")
-- exploit: VALUES ('11111111-1111-1111-1111-111111111111', 'road-secret SPRING');
-- shows: release_name_once
-- Names that differ in case only were a source of trouble.
ALTER TABLE "Release" ADD CONSTRAINT release_name_once EXCLUDE USING btree (lower("name") WITH =);
