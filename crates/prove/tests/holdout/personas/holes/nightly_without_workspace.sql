-- A login with no workspace set reads all profiles, as the nightly export asked for a filter that then is
-- true.
-- about: profiles, profiles_own
-- as: hf_personas_app
-- exploit: RESET cdp.workspace;
-- exploit: SELECT full_name FROM cdp.profiles;
-- shows: Road-secret Person
DROP POLICY profiles_own ON cdp.profiles;
CREATE POLICY profiles_own ON cdp.profiles
  USING (workspace_id = COALESCE(cdp.ws(), workspace_id))
  WITH CHECK (workspace_id = cdp.ws());
