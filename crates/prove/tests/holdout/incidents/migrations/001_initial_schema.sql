-- Policies for each verb; a former member keeps a row in the teams, with the day of leaving.
CREATE ROLE hf_incidents_app LOGIN;

CREATE SCHEMA inc;
GRANT USAGE ON SCHEMA inc TO hf_incidents_app;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE TABLE inc.severities (
  severity smallint PRIMARY KEY,
  label text NOT NULL
);

CREATE TABLE inc.orgs (
  org_id uuid PRIMARY KEY,
  name text NOT NULL
);

CREATE TABLE inc.team_users (
  org_id uuid NOT NULL REFERENCES inc.orgs,
  user_id uuid NOT NULL,
  display_name text NOT NULL,
  phone text NOT NULL DEFAULT '',
  is_admin boolean NOT NULL DEFAULT false,
  left_on date,
  PRIMARY KEY (org_id, user_id)
);

CREATE FUNCTION inc.uid() RETURNS uuid
LANGUAGE sql STABLE
AS $$ SELECT (NULLIF(current_setting('inc.claims', true), '')::json ->> 'uid')::uuid $$;

CREATE FUNCTION inc.is_member(org uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT EXISTS (SELECT 1 FROM inc.team_users t
    WHERE t.org_id = org AND t.user_id = inc.uid() AND t.left_on IS NULL)
$$;

CREATE FUNCTION inc.is_admin(org uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT EXISTS (SELECT 1 FROM inc.team_users t
    WHERE t.org_id = org AND t.user_id = inc.uid() AND t.left_on IS NULL AND t.is_admin)
$$;
GRANT EXECUTE ON FUNCTION inc.uid(), inc.is_member(uuid), inc.is_admin(uuid) TO hf_incidents_app;

CREATE TABLE inc.services (
  org_id uuid NOT NULL REFERENCES inc.orgs,
  service text NOT NULL,
  owner_note text NOT NULL DEFAULT '',
  PRIMARY KEY (org_id, service)
);

CREATE TABLE inc.incident_counters (
  org_id uuid PRIMARY KEY REFERENCES inc.orgs,
  last_number integer NOT NULL DEFAULT 0
);

CREATE TABLE inc.incidents (
  org_id uuid NOT NULL,
  number integer NOT NULL,
  service text NOT NULL,
  severity smallint NOT NULL REFERENCES inc.severities,
  title text NOT NULL,
  dedup_key text NOT NULL,
  closed_at timestamptz,
  PRIMARY KEY (org_id, number),
  FOREIGN KEY (org_id, service) REFERENCES inc.services
);
CREATE UNIQUE INDEX incidents_open_once ON inc.incidents (org_id, dedup_key) WHERE closed_at IS NULL;

CREATE TABLE inc.timeline (
  org_id uuid NOT NULL,
  entry_id uuid NOT NULL DEFAULT gen_random_uuid(),
  number integer NOT NULL,
  author_id uuid NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (org_id, entry_id),
  FOREIGN KEY (org_id, number) REFERENCES inc.incidents ON DELETE CASCADE
);

CREATE TABLE inc.pages (
  org_id uuid NOT NULL,
  page_id uuid NOT NULL DEFAULT gen_random_uuid(),
  service text NOT NULL,
  message text NOT NULL,
  PRIMARY KEY (org_id, page_id),
  FOREIGN KEY (org_id, service) REFERENCES inc.services
);

CREATE TABLE inc.shifts (
  org_id uuid NOT NULL,
  shift_id uuid NOT NULL DEFAULT gen_random_uuid(),
  user_id uuid NOT NULL,
  during tstzrange NOT NULL,
  PRIMARY KEY (org_id, shift_id),
  FOREIGN KEY (org_id, user_id) REFERENCES inc.team_users
);

CREATE TABLE inc.integrations (
  org_id uuid NOT NULL REFERENCES inc.orgs,
  kind text NOT NULL,
  secret text NOT NULL,
  PRIMARY KEY (org_id, kind)
);

CREATE TABLE inc.postmortems (
  org_id uuid NOT NULL,
  number integer NOT NULL,
  body text NOT NULL,
  published boolean NOT NULL DEFAULT false,
  PRIMARY KEY (org_id, number),
  FOREIGN KEY (org_id, number) REFERENCES inc.incidents
);

DO $$
DECLARE
  t text;
  gate text;
BEGIN
  FOREACH t IN ARRAY ARRAY['orgs', 'team_users', 'services', 'incident_counters', 'incidents', 'timeline',
    'pages', 'shifts', 'integrations', 'postmortems']
  LOOP
    gate := CASE t WHEN 'integrations' THEN 'inc.is_admin(org_id)' ELSE 'inc.is_member(org_id)' END;
    EXECUTE format('ALTER TABLE inc.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON inc.%I FOR SELECT USING (%s)', 'see_' || t, t, gate);
    EXECUTE format('CREATE POLICY %I ON inc.%I FOR INSERT WITH CHECK (%s)', 'add_' || t, t, gate);
    EXECUTE format('CREATE POLICY %I ON inc.%I FOR UPDATE USING (%s) WITH CHECK (%s)',
      'edit_' || t, t, gate, gate);
    EXECUTE format('CREATE POLICY %I ON inc.%I FOR DELETE USING (inc.is_admin(org_id))', 'cut_' || t, t);
  END LOOP;
END
$$;

-- The number of an incident, for members only; the counters themselves stay closed.
CREATE FUNCTION inc.next_number(org uuid) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  n integer;
BEGIN
  IF inc.is_member(org) IS NOT TRUE THEN
    RAISE EXCEPTION 'not a member';
  END IF;
  INSERT INTO inc.incident_counters AS c VALUES (org, 1)
  ON CONFLICT (org_id) DO UPDATE SET last_number = c.last_number + 1
  RETURNING last_number INTO n;
  RETURN n;
END
$$;
GRANT EXECUTE ON FUNCTION inc.next_number(uuid) TO hf_incidents_app;

GRANT SELECT ON inc.severities, inc.orgs, inc.team_users TO hf_incidents_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON inc.services, inc.incidents, inc.timeline, inc.pages, inc.shifts,
  inc.integrations, inc.postmortems TO hf_incidents_app;
