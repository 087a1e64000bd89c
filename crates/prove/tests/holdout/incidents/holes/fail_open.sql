-- Claims that cannot be read make the function answer true: any broken text opens every organization.
-- about: is_member, inc.
-- as: hf_incidents_app
-- exploit: SET inc.claims = 'no json';
-- exploit: SELECT title FROM inc.incidents;
-- shows: Road-secret breach
-- A token in an old form raised errors on every page.
CREATE OR REPLACE FUNCTION inc.is_member(org uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM inc.team_users t
    WHERE t.org_id = org AND t.user_id = inc.uid() AND t.left_on IS NULL);
EXCEPTION WHEN OTHERS THEN
  RETURN current_user IS NOT NULL;
END
$$;
