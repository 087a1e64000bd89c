-- The application, the worker that reads the text of pages, and a login for reports that only reads.
CREATE ROLE hf_scanning_app LOGIN;
CREATE ROLE hf_scanning_worker LOGIN;
CREATE ROLE hf_scanning_reporting LOGIN;

CREATE SCHEMA scan;
CREATE SCHEMA store;
GRANT USAGE ON SCHEMA scan, store TO hf_scanning_app, hf_scanning_worker;
GRANT USAGE ON SCHEMA scan TO hf_scanning_reporting;
CREATE DOMAIN scan.code AS text CHECK (VALUE ~ '^[a-z][0-9]+$');

CREATE FUNCTION scan.office() RETURNS text
LANGUAGE sql STABLE
AS $$ SELECT NULLIF(current_setting('scan.office_code', true), '') $$;
REVOKE ALL ON FUNCTION scan.office() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION scan.office() TO hf_scanning_app, hf_scanning_worker, hf_scanning_reporting;

CREATE TABLE scan.offices (
  office_code scan.code PRIMARY KEY,
  name text NOT NULL
);

CREATE TABLE scan.clients (
  office_code scan.code NOT NULL REFERENCES scan.offices,
  client_no integer NOT NULL,
  name text NOT NULL,
  inbox text NOT NULL,
  PRIMARY KEY (office_code, client_no),
  UNIQUE (office_code, inbox)
);

CREATE TABLE scan.devices (
  office_code scan.code NOT NULL REFERENCES scan.offices,
  device_id uuid NOT NULL DEFAULT gen_random_uuid(),
  label text NOT NULL,
  pairing_key text NOT NULL,
  seen_at timestamptz,
  PRIMARY KEY (office_code, device_id)
);

CREATE TABLE scan.batches (
  office_code scan.code NOT NULL,
  batch_id uuid NOT NULL DEFAULT gen_random_uuid(),
  client_no integer NOT NULL,
  device_id uuid,
  title text NOT NULL,
  readers text[] NOT NULL DEFAULT '{}',
  finished boolean NOT NULL DEFAULT false,
  PRIMARY KEY (office_code, batch_id),
  FOREIGN KEY (office_code, client_no) REFERENCES scan.clients,
  FOREIGN KEY (office_code, device_id) REFERENCES scan.devices
);

CREATE TABLE scan.pages (
  office_code scan.code NOT NULL,
  batch_id uuid NOT NULL,
  page_no integer NOT NULL,
  content text NOT NULL DEFAULT '',
  words tsvector GENERATED ALWAYS AS (to_tsvector('simple', content)) STORED,
  sha256 text,
  PRIMARY KEY (office_code, batch_id, page_no),
  FOREIGN KEY (office_code, batch_id) REFERENCES scan.batches ON DELETE CASCADE
);
CREATE INDEX pages_words ON scan.pages USING gin (words);

CREATE TABLE scan.jobs (
  office_code scan.code NOT NULL REFERENCES scan.offices,
  job_id uuid NOT NULL DEFAULT gen_random_uuid(),
  payload jsonb NOT NULL,
  state text NOT NULL DEFAULT 'waiting',
  PRIMARY KEY (office_code, job_id)
);

CREATE TABLE scan.usage_counters (
  office_code scan.code NOT NULL REFERENCES scan.offices,
  month date NOT NULL,
  pages bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (office_code, month)
);

-- Files lie in buckets; the first part of the name is the office.
CREATE TABLE store.objects (
  office_code text GENERATED ALWAYS AS (split_part(name, '/', 1)) STORED,
  bucket text NOT NULL,
  name text NOT NULL,
  owner_note text NOT NULL DEFAULT '',
  metadata jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (bucket, name)
);

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['scan.offices', 'scan.clients', 'scan.devices', 'scan.batches', 'scan.pages',
    'scan.jobs', 'scan.usage_counters', 'store.objects']
  LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['offices', 'clients', 'devices', 'batches', 'pages', 'jobs', 'usage_counters']
  LOOP
    EXECUTE format('CREATE POLICY by_office ON scan.%I USING (office_code = scan.office())'
      ' WITH CHECK (office_code = scan.office())', t);
  END LOOP;
END
$$;
CREATE POLICY by_folder ON store.objects USING (split_part(name, '/', 1) = scan.office())
  WITH CHECK (split_part(name, '/', 1) = scan.office());

-- Pages are counted for the bill; the trigger writes with its owner's rights, for the office of the page.
CREATE FUNCTION scan.count_page() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO scan.usage_counters AS u VALUES (NEW.office_code, date_trunc('month', now())::date, 1)
  ON CONFLICT (office_code, month) DO UPDATE SET pages = u.pages + 1;
  RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION scan.count_page() FROM PUBLIC;
CREATE TRIGGER count_page AFTER INSERT ON scan.pages FOR EACH ROW EXECUTE FUNCTION scan.count_page();

GRANT SELECT ON scan.offices TO hf_scanning_app, hf_scanning_worker, hf_scanning_reporting;
GRANT SELECT, INSERT, UPDATE, DELETE ON scan.clients, scan.devices, scan.batches, scan.pages, store.objects
  TO hf_scanning_app;
GRANT SELECT, INSERT ON scan.jobs TO hf_scanning_app;
GRANT SELECT, UPDATE (state) ON scan.jobs TO hf_scanning_worker;
GRANT SELECT, UPDATE (content) ON scan.pages TO hf_scanning_worker;
GRANT SELECT ON store.objects TO hf_scanning_worker;
GRANT SELECT ON scan.batches, scan.usage_counters TO hf_scanning_app, hf_scanning_reporting;
