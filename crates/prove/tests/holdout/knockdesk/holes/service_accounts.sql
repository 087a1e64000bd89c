-- The condition for service accounts is not bound to the caller: companies with such an account open to all.
-- about: my_companies, staff, companies, visitors, visits, hosts, sites, badges, watchlist, storage_objects
-- as: hf_knockdesk_app
-- exploit: SET app.claims = '{"uid": 11}';
-- exploit: SELECT full_name FROM desk.hosts;
-- shows: Lobby-secret host
CREATE OR REPLACE FUNCTION desk.my_companies() RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = desk, pg_temp
AS $$
  SELECT s.company_id FROM desk.staff s
  WHERE s.user_id = desk.uid() OR (s.role = 'service' AND desk.uid() IS NOT NULL)
$$;
