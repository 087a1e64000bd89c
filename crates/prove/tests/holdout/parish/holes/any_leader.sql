-- The helper for roles counts a role in any church for all churches of the system.
-- about: is_leader, pastoral_notes, leaders
-- as: hf_parish_app
-- exploit: SET app.user_id = 'aaaaaaaa-0000-4000-8000-00000000000a';
-- exploit: SELECT body FROM church.pastoral_notes;
-- shows: Road-secret note
-- A simple yes or no is quicker than the list of churches.
CREATE FUNCTION church.is_leader() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = church, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM church.memberships WHERE user_id = church.me() AND role IN ('leader', 'admin'))
$$;
DROP POLICY leaders ON church.pastoral_notes;
CREATE POLICY leaders ON church.pastoral_notes USING (church.is_leader());
