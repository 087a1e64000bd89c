-- Claims that cannot be read raise no error any more and open nothing: the function answers false.
CREATE OR REPLACE FUNCTION inc.is_member(org uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM inc.team_users t
    WHERE t.org_id = org AND t.user_id = inc.uid() AND t.left_on IS NULL);
EXCEPTION WHEN OTHERS THEN
  RETURN false;
END
$$;
