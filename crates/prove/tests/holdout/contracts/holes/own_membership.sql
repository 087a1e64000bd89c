-- A user moves his own membership to another workspace when he edits it.
-- about: members
-- as: hf_contracts_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-4000-8000-000000000001", "role": "member"}';
-- exploit: UPDATE ct.members SET workspace_id = 'b0000000-0000-4000-8000-000000000000';
-- exploit: SELECT title FROM ct.contracts;
-- shows: Road-secret merger
-- Users keep their address up to date themselves, but cannot change their role.
CREATE FUNCTION ct.keep_role() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  NEW.role := OLD.role;
  RETURN NEW;
END
$$;
CREATE TRIGGER keep_role BEFORE UPDATE ON ct.members FOR EACH ROW EXECUTE FUNCTION ct.keep_role();
ALTER TABLE ct.comments DROP CONSTRAINT comments_workspace_id_author_id_fkey;
GRANT UPDATE ON ct.members TO hf_contracts_app;
CREATE POLICY members_update ON ct.members FOR UPDATE TO hf_contracts_app
  USING (user_id = ct.uid()) WITH CHECK (user_id = ct.uid());
