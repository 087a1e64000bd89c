-- Who left an organization still reads its incidents: the new function forgets the day of leaving.
-- about: is_member, inc.
-- as: hf_incidents_app
-- exploit: SET inc.claims = '{"uid": "a0000000-0000-4000-8000-000000000002"}';
-- exploit: SELECT title FROM inc.incidents;
-- shows: Road-secret breach
-- Membership with an index that covers it; administrators count as members.
CREATE INDEX team_users_by_user ON inc.team_users (user_id) INCLUDE (org_id, is_admin);
CREATE OR REPLACE FUNCTION inc.is_member(org uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT org IN (SELECT t.org_id FROM inc.team_users t WHERE t.user_id = inc.uid())
$$;
