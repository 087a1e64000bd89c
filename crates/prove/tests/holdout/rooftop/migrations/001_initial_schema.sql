-- Solar installers. The API gateway puts the claims of the token into request.jwt.claims.
CREATE ROLE hf_rooftop_app LOGIN;

CREATE FUNCTION uid() RETURNS uuid LANGUAGE SQL STABLE AS $$
  SELECT nullif(nullif(current_setting('request.jwt.claims', TRUE), '')::jsonb ->> 'sub', '')::uuid
$$;

-- Kept by the sign-in service; the application has no right on it.
CREATE TABLE accounts (
  id uuid PRIMARY KEY,
  email text NOT NULL UNIQUE
);

-- Power utilities and their tariffs, the same for all.
CREATE TABLE utilities (
  code text PRIMARY KEY,
  name text NOT NULL,
  cents_per_kwh numeric(6, 2) NOT NULL
);

CREATE TABLE companies (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  licence text
);

CREATE TABLE members (
  company_id uuid NOT NULL REFERENCES companies (id),
  user_id uuid NOT NULL REFERENCES accounts (id),
  display_name text NOT NULL DEFAULT '',
  role text NOT NULL DEFAULT 'sales' CHECK (role IN ('sales', 'crew', 'owner')),
  PRIMARY KEY (company_id, user_id)
);

-- As its owner, as the policy on members uses it as well.
CREATE FUNCTION is_member(p_company uuid) RETURNS boolean
LANGUAGE SQL STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM members WHERE company_id = p_company AND user_id = uid())
$$;
REVOKE ALL ON FUNCTION is_member(uuid) FROM public;
GRANT EXECUTE ON FUNCTION is_member(uuid) TO hf_rooftop_app;

CREATE TABLE leads (
  company_id uuid NOT NULL REFERENCES companies (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  full_name text NOT NULL,
  email text,
  address text,
  source text NOT NULL DEFAULT 'web',
  PRIMARY KEY (company_id, id),
  UNIQUE (company_id, email)
);

CREATE TABLE sites (
  company_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  lead_id uuid NOT NULL,
  roof text NOT NULL,
  utility text REFERENCES utilities (code),
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, lead_id) REFERENCES leads (company_id, id) ON DELETE CASCADE
);

CREATE TABLE proposals (
  company_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  site_id uuid NOT NULL,
  kilowatts numeric(6, 2) NOT NULL,
  price numeric(12, 2) NOT NULL,
  cover_letter text,
  share_token text,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, site_id) REFERENCES sites (company_id, id) ON DELETE CASCADE
);

-- Installs are numbered by each company from one.
CREATE TABLE installs (
  company_id uuid NOT NULL,
  install_no int NOT NULL,
  site_id uuid NOT NULL,
  state text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'active', 'done')),
  crew_notes text,
  PRIMARY KEY (company_id, install_no),
  FOREIGN KEY (company_id, site_id) REFERENCES sites (company_id, id)
);

CREATE TABLE inspections (
  company_id uuid NOT NULL,
  install_no int NOT NULL,
  visited_on date NOT NULL,
  result text NOT NULL,
  PRIMARY KEY (company_id, install_no, visited_on),
  FOREIGN KEY (company_id, install_no) REFERENCES installs (company_id, install_no) ON DELETE CASCADE
);

-- Modules and inverters: the vendor's list has no company, and companies add their own.
CREATE TABLE equipment (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  company_id uuid REFERENCES companies (id),
  model text NOT NULL,
  watts int NOT NULL
);

CREATE TABLE site_photos (
  company_id uuid NOT NULL,
  path text NOT NULL,
  site_id uuid NOT NULL,
  taken_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (company_id, path),
  FOREIGN KEY (company_id, site_id) REFERENCES sites (company_id, id) ON DELETE CASCADE
);

ALTER TABLE companies ENABLE ROW LEVEL SECURITY;
ALTER TABLE companies FORCE ROW LEVEL SECURITY;
CREATE POLICY "members read their company" ON companies FOR SELECT USING (is_member(id));
ALTER TABLE members ENABLE ROW LEVEL SECURITY;
ALTER TABLE members FORCE ROW LEVEL SECURITY;
CREATE POLICY "members read members" ON members FOR SELECT USING (is_member(company_id));
ALTER TABLE leads ENABLE ROW LEVEL SECURITY;
ALTER TABLE leads FORCE ROW LEVEL SECURITY;
CREATE POLICY "members only" ON leads USING (is_member(company_id)) WITH CHECK (is_member(company_id));
ALTER TABLE sites ENABLE ROW LEVEL SECURITY;
ALTER TABLE sites FORCE ROW LEVEL SECURITY;
CREATE POLICY "members only" ON sites USING (is_member(company_id)) WITH CHECK (is_member(company_id));
ALTER TABLE proposals ENABLE ROW LEVEL SECURITY;
ALTER TABLE proposals FORCE ROW LEVEL SECURITY;
CREATE POLICY "members only" ON proposals USING (is_member(company_id)) WITH CHECK (is_member(company_id));
ALTER TABLE installs ENABLE ROW LEVEL SECURITY;
ALTER TABLE installs FORCE ROW LEVEL SECURITY;
CREATE POLICY "members only" ON installs USING (is_member(company_id)) WITH CHECK (is_member(company_id));
ALTER TABLE inspections ENABLE ROW LEVEL SECURITY;
ALTER TABLE inspections FORCE ROW LEVEL SECURITY;
CREATE POLICY "members only" ON inspections USING (is_member(company_id)) WITH CHECK (is_member(company_id));
ALTER TABLE site_photos ENABLE ROW LEVEL SECURITY;
ALTER TABLE site_photos FORCE ROW LEVEL SECURITY;
CREATE POLICY "members only" ON site_photos USING (is_member(company_id)) WITH CHECK (is_member(company_id));
ALTER TABLE equipment ENABLE ROW LEVEL SECURITY;
ALTER TABLE equipment FORCE ROW LEVEL SECURITY;
CREATE POLICY "read own and vendor list" ON equipment FOR SELECT
  USING (company_id IS NULL OR is_member(company_id));
CREATE POLICY "add own" ON equipment FOR INSERT WITH CHECK (is_member(company_id));
CREATE POLICY "change own" ON equipment FOR UPDATE
  USING (is_member(company_id)) WITH CHECK (is_member(company_id));
CREATE POLICY "remove own" ON equipment FOR DELETE USING (is_member(company_id));

GRANT SELECT ON utilities, companies, members, equipment TO hf_rooftop_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON leads, sites, proposals, installs, inspections, site_photos
  TO hf_rooftop_app;
-- The id of equipment is not for the client to choose.
GRANT INSERT (company_id, model, watts), UPDATE (model, watts), DELETE ON equipment TO hf_rooftop_app;
