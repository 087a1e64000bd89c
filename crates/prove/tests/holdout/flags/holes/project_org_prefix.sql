-- The rule compares with LIKE, so a setting with a wildcard, or an id with an underscore, matches others.
-- about: Project, org_isolation
-- as: hf_flags_app
-- exploit: SET app.current_org_id = 'org_hill';
-- exploit: SELECT "name" FROM "Project";
-- shows: Road-secret app
-- Daughter organizations have ids that begin with the id of the mother up to the underscore.
ALTER POLICY org_isolation ON "Project"
  USING ("orgId" LIKE split_part(nullif(current_setting('app.current_org_id', true), ''), '_', 1) || '%');
