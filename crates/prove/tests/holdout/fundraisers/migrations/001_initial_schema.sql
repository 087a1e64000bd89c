-- Charities, staff, campaigns, donors, donations, receipts, pledges, messages and their templates.
CREATE ROLE hf_fundraisers_app LOGIN;
CREATE SCHEMA auth;
GRANT USAGE ON SCHEMA auth TO hf_fundraisers_app;

CREATE FUNCTION auth.uid() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid
$$;
CREATE FUNCTION auth.email() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'email'
$$;

-- One row for each account, common to all charities; everyone sees only himself.
CREATE TABLE profiles (
  id uuid PRIMARY KEY,
  email text NOT NULL UNIQUE,
  full_name text NOT NULL DEFAULT ''
);

CREATE TABLE causes (id smallint PRIMARY KEY, name text NOT NULL);
INSERT INTO causes VALUES (1, 'Animals'), (2, 'Water');

CREATE TABLE charities (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  bank_account text
);

CREATE TABLE charity_staff (
  charity_id uuid NOT NULL REFERENCES charities ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES profiles ON DELETE CASCADE,
  role text NOT NULL DEFAULT 'fundraiser' CHECK (role IN ('director', 'fundraiser', 'volunteer')),
  PRIMARY KEY (charity_id, user_id)
);

CREATE TABLE campaigns (
  charity_id uuid NOT NULL REFERENCES charities ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  cause_id smallint NOT NULL REFERENCES causes,
  title text NOT NULL,
  goal numeric(12, 2) NOT NULL CHECK (goal > 0),
  published boolean NOT NULL DEFAULT false,
  PRIMARY KEY (charity_id, id)
);

CREATE TABLE donors (
  charity_id uuid NOT NULL REFERENCES charities ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  email text NOT NULL,
  full_name text NOT NULL,
  PRIMARY KEY (charity_id, id),
  UNIQUE (charity_id, email)
);

CREATE TABLE donations (
  charity_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  campaign_id uuid NOT NULL,
  donor_id uuid,
  amount numeric(12, 2) NOT NULL CHECK (amount > 0),
  dedication text,
  PRIMARY KEY (charity_id, id),
  FOREIGN KEY (charity_id, campaign_id) REFERENCES campaigns ON DELETE CASCADE,
  FOREIGN KEY (charity_id, donor_id) REFERENCES donors ON DELETE SET NULL (donor_id)
);

CREATE TABLE receipts (
  charity_id uuid NOT NULL,
  donation_id uuid NOT NULL,
  number integer NOT NULL,
  address text NOT NULL,
  PRIMARY KEY (charity_id, donation_id),
  UNIQUE (charity_id, number),
  FOREIGN KEY (charity_id, donation_id) REFERENCES donations ON DELETE CASCADE
);

CREATE TABLE pledges (
  charity_id uuid NOT NULL,
  donor_id uuid NOT NULL,
  monthly numeric(12, 2) NOT NULL,
  PRIMARY KEY (charity_id, donor_id),
  FOREIGN KEY (charity_id, donor_id) REFERENCES donors ON DELETE CASCADE
);

CREATE TABLE message_templates (
  charity_id uuid NOT NULL REFERENCES charities ON DELETE CASCADE,
  name text NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (charity_id, name)
);

CREATE FUNCTION staff_of() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(s.charity_id), '{}') FROM charity_staff s WHERE s.user_id = auth.uid()
$$;
REVOKE EXECUTE ON FUNCTION staff_of() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION staff_of() TO hf_fundraisers_app;

ALTER TABLE profiles ENABLE ROW LEVEL SECURITY;
ALTER TABLE profiles FORCE ROW LEVEL SECURITY;
CREATE POLICY self ON profiles FOR SELECT USING (id = auth.uid());
ALTER TABLE charities ENABLE ROW LEVEL SECURITY;
ALTER TABLE charities FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_read ON charities FOR SELECT USING (id = ANY (staff_of()));
ALTER TABLE charity_staff ENABLE ROW LEVEL SECURITY;
ALTER TABLE charity_staff FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_read ON charity_staff FOR SELECT USING (charity_id = ANY (staff_of()));
GRANT SELECT ON profiles, causes, charities, charity_staff TO hf_fundraisers_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['campaigns', 'donors', 'donations', 'receipts', 'pledges',
      'message_templates'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY staff_read ON %I FOR SELECT USING (charity_id = ANY (staff_of()))', t);
    EXECUTE format('CREATE POLICY staff_add ON %I FOR INSERT WITH CHECK (charity_id = ANY (staff_of()))', t);
    EXECUTE format('CREATE POLICY staff_change ON %I FOR UPDATE USING (charity_id = ANY (staff_of()))
      WITH CHECK (charity_id = ANY (staff_of()))', t);
    EXECUTE format('CREATE POLICY staff_remove ON %I FOR DELETE USING (charity_id = ANY (staff_of()))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO hf_fundraisers_app', t);
  END LOOP;
END
$$;
