-- Property management with Django's table names. Web and worker processes are separate logins.
CREATE ROLE hf_leasehold_app LOGIN;
CREATE ROLE hf_leasehold_worker LOGIN;

CREATE EXTENSION btree_gist;
CREATE TYPE lease_status AS ENUM ('offered', 'active', 'ended');

CREATE TABLE accounts_agency (
  id uuid PRIMARY KEY,
  name varchar(200) NOT NULL
);

CREATE TABLE accounts_membership (
  agency_id uuid NOT NULL REFERENCES accounts_agency,
  user_id uuid NOT NULL,
  role varchar(20) NOT NULL DEFAULT 'clerk',
  PRIMARY KEY (agency_id, user_id)
);

CREATE FUNCTION token_user() RETURNS uuid LANGUAGE sql STABLE
AS $$ SELECT (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid $$;

CREATE FUNCTION token_agencies() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER ROWS 3
SET search_path = pg_catalog, public, pg_temp
AS $$ SELECT m.agency_id FROM public.accounts_membership m WHERE m.user_id = public.token_user() $$;

CREATE TABLE estate_building (
  agency_id uuid NOT NULL REFERENCES accounts_agency,
  id integer NOT NULL,
  address varchar(300) NOT NULL,
  PRIMARY KEY (agency_id, id)
);

CREATE TABLE estate_unit (
  agency_id uuid NOT NULL,
  id integer NOT NULL,
  building_id integer NOT NULL,
  door varchar(20) NOT NULL,
  rent_cents integer NOT NULL,
  PRIMARY KEY (agency_id, id),
  FOREIGN KEY (agency_id, building_id) REFERENCES estate_building (agency_id, id)
);

CREATE TABLE leases_renter (
  agency_id uuid NOT NULL REFERENCES accounts_agency,
  id integer NOT NULL,
  full_name varchar(200) NOT NULL,
  iban varchar(34),
  PRIMARY KEY (agency_id, id)
);

CREATE TABLE leases_lease (
  agency_id uuid NOT NULL,
  id integer NOT NULL,
  unit_id integer NOT NULL,
  renter_id integer NOT NULL,
  status lease_status NOT NULL DEFAULT 'offered',
  during daterange NOT NULL,
  terms text NOT NULL,
  PRIMARY KEY (agency_id, id),
  FOREIGN KEY (agency_id, unit_id) REFERENCES estate_unit (agency_id, id),
  FOREIGN KEY (agency_id, renter_id) REFERENCES leases_renter (agency_id, id),
  EXCLUDE USING gist (agency_id WITH =, unit_id WITH =, during WITH &&)
);

CREATE TABLE leases_payment (
  agency_id uuid NOT NULL,
  lease_id integer NOT NULL,
  month date NOT NULL,
  cents integer NOT NULL,
  memo text,
  PRIMARY KEY (agency_id, lease_id, month),
  FOREIGN KEY (agency_id, lease_id) REFERENCES leases_lease (agency_id, id)
);

CREATE TABLE repairs_request (
  agency_id uuid NOT NULL,
  id integer NOT NULL,
  unit_id integer NOT NULL,
  text text NOT NULL,
  urgent boolean NOT NULL DEFAULT false,
  PRIMARY KEY (agency_id, id),
  FOREIGN KEY (agency_id, unit_id) REFERENCES estate_unit (agency_id, id)
);

CREATE TABLE repairs_supplier (
  agency_id uuid NOT NULL REFERENCES accounts_agency,
  id integer NOT NULL,
  name varchar(200) NOT NULL,
  hourly_cents integer NOT NULL,
  PRIMARY KEY (agency_id, id)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['accounts_membership', 'estate_building', 'estate_unit', 'leases_renter',
    'leases_lease', 'leases_payment', 'repairs_request', 'repairs_supplier'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY agency ON %I USING (agency_id IN (SELECT token_agencies()))', t);
    EXECUTE format('GRANT SELECT ON %I TO hf_leasehold_app, hf_leasehold_worker', t);
    IF t <> 'accounts_membership' THEN
      EXECUTE format('GRANT INSERT, UPDATE, DELETE ON %I TO hf_leasehold_app', t);
    END IF;
  END LOOP;
END $$;
ALTER TABLE accounts_agency ENABLE ROW LEVEL SECURITY;
ALTER TABLE accounts_agency FORCE ROW LEVEL SECURITY;
CREATE POLICY agency ON accounts_agency USING (id IN (SELECT token_agencies()));
GRANT SELECT ON accounts_agency TO hf_leasehold_app, hf_leasehold_worker;

-- Rents per building for the dashboard.
CREATE VIEW estate_rent_roll WITH (security_invoker = true) AS
  SELECT agency_id, building_id, sum(rent_cents) AS cents FROM estate_unit GROUP BY agency_id, building_id;
GRANT SELECT ON estate_rent_roll TO hf_leasehold_app;

REVOKE EXECUTE ON FUNCTION token_user(), token_agencies() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION token_user(), token_agencies() TO hf_leasehold_app, hf_leasehold_worker;
