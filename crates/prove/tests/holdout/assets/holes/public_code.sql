-- Assets without a code have an empty one, which equals the code of a session that has none: all are shown.
-- about: Asset
-- as: hf_assets_app
-- exploit: SET app.organization_id = 'org_a';
-- exploit: SELECT "title" FROM "Asset";
-- shows: Road-secret drill
-- Who scans the code on a label sees the asset, and nothing else, without an organization in the session.
CREATE POLICY "by_public_code" ON "Asset" FOR SELECT
  USING ("publicCode" = COALESCE(current_setting('app.public_code', TRUE), ''));
