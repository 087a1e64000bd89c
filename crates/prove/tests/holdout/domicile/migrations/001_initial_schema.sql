-- Property management. One firm (organization) is one tenant; the application sets app.current_org for each
-- request.
CREATE ROLE hf_domicile_app LOGIN;
CREATE SCHEMA pm;
REVOKE ALL ON SCHEMA pm FROM PUBLIC;
GRANT USAGE ON SCHEMA pm TO hf_domicile_app;

CREATE FUNCTION pm.current_org() RETURNS uuid
LANGUAGE sql STABLE
AS $$ SELECT NULLIF(current_setting('app.current_org', true), '')::uuid $$;
REVOKE EXECUTE ON FUNCTION pm.current_org() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pm.current_org() TO hf_domicile_app;

CREATE TYPE pm.listing_status AS ENUM ('draft', 'published', 'let');

CREATE TABLE pm.organizations (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  plan text NOT NULL DEFAULT 'basic'
);
CREATE TABLE pm.charge_types (
  code text PRIMARY KEY,
  label text NOT NULL
);
CREATE TABLE pm.staff (
  org_id uuid NOT NULL REFERENCES pm.organizations (id) ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  email text NOT NULL,
  full_name text NOT NULL,
  is_manager boolean NOT NULL DEFAULT false,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, email)
);
CREATE TABLE pm.properties (
  org_id uuid NOT NULL REFERENCES pm.organizations (id) ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  code text NOT NULL,
  address text NOT NULL,
  unit_count integer NOT NULL DEFAULT 0,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, code)
);
CREATE TABLE pm.units (
  org_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  property_id uuid NOT NULL,
  label text NOT NULL,
  bedrooms integer NOT NULL DEFAULT 1,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, property_id) REFERENCES pm.properties (org_id, id) ON DELETE CASCADE
);
CREATE TABLE pm.renters (
  org_id uuid NOT NULL REFERENCES pm.organizations (id) ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  full_name text NOT NULL,
  email text NOT NULL,
  phone text,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, email)
);
CREATE TABLE pm.leases (
  org_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  unit_id uuid NOT NULL,
  renter_id uuid NOT NULL,
  rent_cents bigint NOT NULL CHECK (rent_cents >= 0),
  starts_on date NOT NULL,
  ends_on date,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, unit_id) REFERENCES pm.units (org_id, id) ON DELETE CASCADE,
  FOREIGN KEY (org_id, renter_id) REFERENCES pm.renters (org_id, id)
);
CREATE TABLE pm.charges (
  org_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  lease_id uuid NOT NULL,
  type_code text NOT NULL REFERENCES pm.charge_types (code),
  amount_cents bigint NOT NULL,
  due_on date NOT NULL,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, lease_id) REFERENCES pm.leases (org_id, id) ON DELETE CASCADE
);
CREATE TABLE pm.vendors (
  org_id uuid NOT NULL REFERENCES pm.organizations (id) ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  company text NOT NULL,
  tax_id text,
  PRIMARY KEY (org_id, id)
);
CREATE TABLE pm.work_orders (
  org_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  unit_id uuid NOT NULL,
  vendor_id uuid,
  summary text NOT NULL,
  state text NOT NULL DEFAULT 'open',
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, unit_id) REFERENCES pm.units (org_id, id) ON DELETE CASCADE,
  FOREIGN KEY (org_id, vendor_id) REFERENCES pm.vendors (org_id, id)
);
CREATE TABLE pm.listings (
  org_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  unit_id uuid NOT NULL,
  headline text NOT NULL,
  status pm.listing_status NOT NULL DEFAULT 'draft',
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, unit_id) REFERENCES pm.units (org_id, id) ON DELETE CASCADE
);
CREATE TABLE pm.documents (
  org_id uuid NOT NULL REFERENCES pm.organizations (id) ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  title text NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (org_id, id)
);

GRANT SELECT ON pm.charge_types, pm.organizations TO hf_domicile_app;
ALTER TABLE pm.organizations ENABLE ROW LEVEL SECURITY;
ALTER TABLE pm.organizations FORCE ROW LEVEL SECURITY;
CREATE POLICY org_isolation ON pm.organizations FOR SELECT USING (id = pm.current_org());

-- The same policy on every table that carries org_id.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['staff', 'properties', 'units', 'renters', 'leases', 'charges', 'vendors',
    'work_orders', 'listings', 'documents']
  LOOP
    EXECUTE format('ALTER TABLE pm.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE pm.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY org_isolation ON pm.%I USING (org_id = pm.current_org())
      WITH CHECK (org_id = pm.current_org())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON pm.%I TO hf_domicile_app', t);
  END LOOP;
END $$;
