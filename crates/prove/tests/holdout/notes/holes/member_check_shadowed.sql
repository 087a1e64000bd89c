-- The rewritten check names its argument like the column, so it compares that with itself.
-- about: is_member, members, public.notes
-- as: hf_notes_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"}';
-- exploit: SELECT title FROM notes;
-- shows: Road-secret merger
-- Guests count as members as well; the argument gets a name that says what it is.
CREATE FUNCTION has_access(workspace_id uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM members WHERE members.workspace_id = workspace_id AND user_id = auth.uid())
$$;
ALTER POLICY notes_read ON notes USING (has_access(workspace_id));
