-- Dental insurers share the tables; a group setting may narrow what a session sees, and never widens it.
CREATE ROLE hf_insurers_owner NOLOGIN;
CREATE ROLE hf_insurers_app LOGIN;
CREATE ROLE hf_insurers_portal LOGIN;

CREATE SCHEMA ins AUTHORIZATION hf_insurers_owner;
SET ROLE hf_insurers_owner;
GRANT USAGE ON SCHEMA ins TO hf_insurers_app, hf_insurers_portal;

CREATE FUNCTION ins.insurer() RETURNS integer
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, pg_temp
  AS $$ SELECT nullif(current_setting('dental.insurer_id', true), '')::integer $$;

CREATE FUNCTION ins.in_group(p_group text) RETURNS boolean
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, pg_temp
AS $$
  SELECT coalesce(nullif(current_setting('dental.group', true), '') = p_group, true)
$$;

CREATE TABLE ins.insurers (
  id integer PRIMARY KEY,
  name text NOT NULL
);

CREATE TABLE ins.procedures (
  code text PRIMARY KEY,
  label text NOT NULL
);

CREATE TABLE ins.groups (
  insurer_id integer NOT NULL REFERENCES ins.insurers (id),
  code text NOT NULL,
  employer text NOT NULL,
  PRIMARY KEY (insurer_id, code)
);

CREATE TABLE ins.plans (
  insurer_id integer NOT NULL REFERENCES ins.insurers (id),
  code text NOT NULL,
  yearly_limit numeric(10, 2) NOT NULL,
  remark text,
  PRIMARY KEY (insurer_id, code)
);

CREATE TABLE ins.persons (
  insurer_id integer NOT NULL,
  nr bigint NOT NULL,
  group_code text NOT NULL,
  plan text NOT NULL,
  name text NOT NULL,
  guardian_nr bigint,
  PRIMARY KEY (insurer_id, nr),
  FOREIGN KEY (insurer_id, group_code) REFERENCES ins.groups (insurer_id, code),
  FOREIGN KEY (insurer_id, plan) REFERENCES ins.plans (insurer_id, code),
  FOREIGN KEY (insurer_id, guardian_nr) REFERENCES ins.persons (insurer_id, nr)
);

CREATE TABLE ins.dentists (
  insurer_id integer NOT NULL REFERENCES ins.insurers (id),
  nr bigint NOT NULL,
  name text NOT NULL,
  iban text,
  PRIMARY KEY (insurer_id, nr)
);

CREATE TABLE ins.claims (
  insurer_id integer NOT NULL,
  nr bigint NOT NULL,
  person_nr bigint NOT NULL,
  dentist_nr bigint NOT NULL,
  state text NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'accepted', 'refused', 'paid')),
  reviewed_by text,
  finding text,
  PRIMARY KEY (insurer_id, nr),
  FOREIGN KEY (insurer_id, person_nr) REFERENCES ins.persons (insurer_id, nr),
  FOREIGN KEY (insurer_id, dentist_nr) REFERENCES ins.dentists (insurer_id, nr)
);

CREATE TABLE ins.claim_lines (
  insurer_id integer NOT NULL,
  claim_nr bigint NOT NULL,
  pos smallint NOT NULL,
  procedure text NOT NULL REFERENCES ins.procedures (code),
  amount numeric(10, 2) NOT NULL,
  PRIMARY KEY (insurer_id, claim_nr, pos),
  FOREIGN KEY (insurer_id, claim_nr) REFERENCES ins.claims (insurer_id, nr) ON DELETE CASCADE
);

CREATE TABLE ins.payouts (
  insurer_id integer NOT NULL,
  claim_nr bigint NOT NULL,
  amount numeric(10, 2) NOT NULL,
  paid_on date,
  PRIMARY KEY (insurer_id, claim_nr),
  FOREIGN KEY (insurer_id, claim_nr) REFERENCES ins.claims (insurer_id, nr)
);

CREATE TABLE ins.letters (
  insurer_id integer NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  person_nr bigint NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (insurer_id, id),
  FOREIGN KEY (insurer_id, person_nr) REFERENCES ins.persons (insurer_id, nr)
);

-- A permissive policy opens what is granted, a restrictive fence for everybody keeps insurers apart.
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['groups', 'plans', 'persons', 'dentists', 'claims', 'claim_lines', 'payouts',
    'letters']
  LOOP
    EXECUTE format('ALTER TABLE ins.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE ins.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY access ON ins.%I USING (true)', t);
    EXECUTE format('CREATE POLICY fence ON ins.%I AS RESTRICTIVE USING (insurer_id = ins.insurer())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ins.%I TO hf_insurers_app', t);
  END LOOP;
END
$$;
CREATE POLICY one_group ON ins.groups AS RESTRICTIVE USING (ins.in_group(code));
CREATE POLICY one_group ON ins.persons AS RESTRICTIVE USING (ins.in_group(group_code));

ALTER TABLE ins.insurers ENABLE ROW LEVEL SECURITY;
ALTER TABLE ins.insurers FORCE ROW LEVEL SECURITY;
CREATE POLICY own_insurer ON ins.insurers FOR SELECT USING (id = ins.insurer());
GRANT SELECT ON ins.insurers, ins.procedures TO hf_insurers_app, hf_insurers_portal;
GRANT SELECT ON ins.persons, ins.claims, ins.letters TO hf_insurers_portal;
RESET ROLE;
