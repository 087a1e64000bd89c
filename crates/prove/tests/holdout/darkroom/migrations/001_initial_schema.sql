-- A medical imaging archive. The application sets pacs.institution. An institution may share one study with
-- another.
CREATE ROLE hf_darkroom_app LOGIN;
CREATE SCHEMA pacs;
REVOKE ALL ON SCHEMA pacs FROM PUBLIC;
GRANT USAGE ON SCHEMA pacs TO hf_darkroom_app;

CREATE FUNCTION pacs.me() RETURNS integer
LANGUAGE sql STABLE AS $$ SELECT NULLIF(current_setting('pacs.institution', true), '')::integer $$;
REVOKE EXECUTE ON FUNCTION pacs.me() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pacs.me() TO hf_darkroom_app;

CREATE TABLE pacs.modalities (
  code text PRIMARY KEY,
  title text NOT NULL
);
CREATE TABLE pacs.institutions (
  institution_no integer PRIMARY KEY,
  name text NOT NULL
);
CREATE TABLE pacs.devices (
  institution_no integer NOT NULL REFERENCES pacs.institutions,
  device_code text NOT NULL,
  modality text NOT NULL REFERENCES pacs.modalities (code),
  PRIMARY KEY (institution_no, device_code)
);
CREATE TABLE pacs.patients (
  institution_no integer NOT NULL REFERENCES pacs.institutions,
  mrn text NOT NULL,
  full_name text NOT NULL,
  born_on date NOT NULL,
  PRIMARY KEY (institution_no, mrn)
);
CREATE TABLE pacs.studies (
  institution_no integer NOT NULL,
  study_uid text NOT NULL,
  mrn text NOT NULL,
  description text NOT NULL,
  taken_on date NOT NULL,
  PRIMARY KEY (institution_no, study_uid),
  FOREIGN KEY (institution_no, mrn) REFERENCES pacs.patients
);
CREATE TABLE pacs.series (
  institution_no integer NOT NULL,
  study_uid text NOT NULL,
  series_no integer NOT NULL,
  body_part text NOT NULL,
  PRIMARY KEY (institution_no, study_uid, series_no),
  FOREIGN KEY (institution_no, study_uid) REFERENCES pacs.studies ON DELETE CASCADE
);
CREATE TABLE pacs.reports (
  institution_no integer NOT NULL,
  study_uid text NOT NULL,
  report_no integer NOT NULL DEFAULT 1,
  findings text NOT NULL,
  signed_by text,
  PRIMARY KEY (institution_no, study_uid, report_no),
  FOREIGN KEY (institution_no, study_uid) REFERENCES pacs.studies ON DELETE CASCADE
);
-- The other institution's number is not a foreign key: whoever shares need not learn which numbers exist.
CREATE TABLE pacs.study_shares (
  institution_no integer NOT NULL,
  study_uid text NOT NULL,
  shared_with integer NOT NULL,
  expires_on date NOT NULL,
  PRIMARY KEY (institution_no, study_uid, shared_with),
  FOREIGN KEY (institution_no, study_uid) REFERENCES pacs.studies ON DELETE CASCADE
);
CREATE TABLE pacs.bookings (
  institution_no integer NOT NULL,
  booking_id uuid NOT NULL DEFAULT gen_random_uuid(),
  device_code text NOT NULL,
  during tstzrange NOT NULL,
  PRIMARY KEY (institution_no, booking_id),
  FOREIGN KEY (institution_no, device_code) REFERENCES pacs.devices
);
CREATE TABLE pacs.access_log (
  institution_no integer NOT NULL DEFAULT pacs.me() REFERENCES pacs.institutions,
  entry_id uuid NOT NULL DEFAULT gen_random_uuid(),
  happened_at timestamptz NOT NULL DEFAULT now(),
  what text NOT NULL,
  PRIMARY KEY (institution_no, entry_id)
);

GRANT SELECT ON pacs.modalities, pacs.institutions TO hf_darkroom_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON pacs.devices, pacs.patients, pacs.studies, pacs.series, pacs.reports,
  pacs.study_shares, pacs.bookings TO hf_darkroom_app;
GRANT SELECT, INSERT ON pacs.access_log TO hf_darkroom_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['institutions', 'devices', 'patients', 'studies', 'series', 'reports',
    'study_shares',
    'bookings', 'access_log']
  LOOP
    EXECUTE format('ALTER TABLE pacs.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE pacs.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON pacs.%I USING (institution_no = pacs.me())
      WITH CHECK (institution_no = pacs.me())', t || '_own', t);
  END LOOP;
END $$;

-- What is shared can be read, and nothing else; the receiver sees the share, only its owner writes it.
CREATE POLICY study_shares_received ON pacs.study_shares FOR SELECT USING (shared_with = pacs.me());
CREATE POLICY studies_shared ON pacs.studies FOR SELECT
  USING (EXISTS (SELECT 1 FROM pacs.study_shares s
    WHERE s.institution_no = studies.institution_no AND s.study_uid = studies.study_uid
      AND s.shared_with = pacs.me() AND s.expires_on >= CURRENT_DATE));
