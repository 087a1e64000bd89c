-- Firms and their sites. Sites are numbered by each firm: site 1 is the first one of every firm.
CREATE ROLE hf_sitebook_app LOGIN;
CREATE SCHEMA site;
GRANT USAGE ON SCHEMA site TO hf_sitebook_app;

CREATE FUNCTION site.firm() RETURNS bigint
LANGUAGE sql STABLE
AS $$ SELECT NULLIF(current_setting('sitebook.firm', true), '')::bigint $$;
-- Null means all sites of the firm.
CREATE FUNCTION site.site() RETURNS integer
LANGUAGE sql STABLE
AS $$ SELECT NULLIF(current_setting('sitebook.site', true), '')::integer $$;
REVOKE ALL ON FUNCTION site.firm(), site.site() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION site.firm(), site.site() TO hf_sitebook_app;

CREATE TABLE site.trades (
  trade text PRIMARY KEY
);
GRANT SELECT ON site.trades TO hf_sitebook_app;

CREATE TABLE site.firms (
  firm_id bigint PRIMARY KEY,
  firm_name text NOT NULL
);

CREATE TABLE site.sites (
  firm_id bigint NOT NULL REFERENCES site.firms (firm_id),
  site_no integer NOT NULL,
  address text NOT NULL,
  client text NOT NULL,
  PRIMARY KEY (firm_id, site_no)
);

CREATE TABLE site.workers (
  firm_id bigint NOT NULL REFERENCES site.firms (firm_id),
  worker_no integer NOT NULL,
  full_name text NOT NULL,
  badge text NOT NULL,
  trade text NOT NULL REFERENCES site.trades (trade),
  PRIMARY KEY (firm_id, worker_no),
  CONSTRAINT workers_badge UNIQUE (firm_id, badge)
);

CREATE TABLE site.diary_entries (
  firm_id bigint NOT NULL,
  site_no integer NOT NULL,
  day date NOT NULL,
  body text NOT NULL,
  locked boolean NOT NULL DEFAULT false,
  PRIMARY KEY (firm_id, site_no, day),
  FOREIGN KEY (firm_id, site_no) REFERENCES site.sites (firm_id, site_no) ON DELETE CASCADE
);

CREATE TABLE site.weather (
  firm_id bigint NOT NULL,
  site_no integer NOT NULL,
  day date NOT NULL,
  degrees integer NOT NULL,
  hours_lost numeric(4, 1) NOT NULL DEFAULT 0,
  claim text,
  PRIMARY KEY (firm_id, site_no, day),
  FOREIGN KEY (firm_id, site_no) REFERENCES site.sites (firm_id, site_no) ON DELETE CASCADE
);

CREATE TABLE site.hours (
  firm_id bigint NOT NULL,
  site_no integer NOT NULL,
  day date NOT NULL,
  worker_no integer NOT NULL,
  hours numeric(4, 1) NOT NULL CHECK (hours > 0),
  PRIMARY KEY (firm_id, site_no, day, worker_no),
  FOREIGN KEY (firm_id, site_no) REFERENCES site.sites (firm_id, site_no) ON DELETE CASCADE,
  FOREIGN KEY (firm_id, worker_no) REFERENCES site.workers (firm_id, worker_no)
);

CREATE TABLE site.incidents (
  firm_id bigint NOT NULL,
  site_no integer NOT NULL,
  incident_no integer NOT NULL,
  what text NOT NULL,
  PRIMARY KEY (firm_id, site_no, incident_no),
  FOREIGN KEY (firm_id, site_no) REFERENCES site.sites (firm_id, site_no) ON DELETE CASCADE
);

CREATE TABLE site.photos (
  firm_id bigint NOT NULL,
  site_no integer NOT NULL,
  photo_no integer NOT NULL,
  caption text NOT NULL,
  object_key text NOT NULL,
  PRIMARY KEY (firm_id, site_no, photo_no),
  FOREIGN KEY (firm_id, site_no) REFERENCES site.sites (firm_id, site_no) ON DELETE CASCADE
);

CREATE TABLE site.approvals (
  firm_id bigint NOT NULL,
  site_no integer NOT NULL,
  day date NOT NULL,
  approved_by text NOT NULL,
  PRIMARY KEY (firm_id, site_no, day),
  FOREIGN KEY (firm_id, site_no, day) REFERENCES site.diary_entries (firm_id, site_no, day) ON DELETE CASCADE
);

ALTER TABLE site.firms ENABLE ROW LEVEL SECURITY;
ALTER TABLE site.firms FORCE ROW LEVEL SECURITY;
CREATE POLICY firm_only ON site.firms FOR SELECT USING (firm_id = site.firm());
ALTER TABLE site.workers ENABLE ROW LEVEL SECURITY;
ALTER TABLE site.workers FORCE ROW LEVEL SECURITY;
CREATE POLICY firm_only ON site.workers USING (firm_id = site.firm()) WITH CHECK (firm_id = site.firm());
GRANT SELECT ON site.firms TO hf_sitebook_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON site.workers TO hf_sitebook_app;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['sites', 'diary_entries', 'weather', 'hours', 'incidents', 'photos', 'approvals']
  LOOP
    EXECUTE format('ALTER TABLE site.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE site.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY firm_and_site ON site.%I'
                   ' USING (firm_id = site.firm() AND site_no = COALESCE(site.site(), site_no))'
                   ' WITH CHECK (firm_id = site.firm() AND site_no = COALESCE(site.site(), site_no))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON site.%I TO hf_sitebook_app', t);
  END LOOP;
END $$;
