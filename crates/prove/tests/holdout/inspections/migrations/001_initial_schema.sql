-- Inspections. Only the roots of each tree carry the bureau; their children reach it through the parent.
CREATE ROLE hf_inspections_app LOGIN;
CREATE ROLE hf_inspections_owner NOLOGIN;
CREATE SCHEMA insp;
GRANT USAGE ON SCHEMA insp TO hf_inspections_app;

CREATE TABLE insp.standards (standard text PRIMARY KEY);
CREATE TABLE insp.bureaus (
  bureau_id uuid PRIMARY KEY,
  title text NOT NULL,
  seal text
);
CREATE TABLE insp.sites (
  bureau_id uuid NOT NULL REFERENCES insp.bureaus,
  site_id uuid NOT NULL DEFAULT gen_random_uuid(),
  address text NOT NULL,
  PRIMARY KEY (bureau_id, site_id)
);
CREATE TABLE insp.templates (
  bureau_id uuid NOT NULL REFERENCES insp.bureaus,
  template text NOT NULL,
  standard text REFERENCES insp.standards,
  questions jsonb NOT NULL DEFAULT '[]',
  PRIMARY KEY (bureau_id, template)
);
CREATE TABLE insp.inspections (
  bureau_id uuid NOT NULL,
  inspection_id uuid NOT NULL DEFAULT gen_random_uuid(),
  site_id uuid NOT NULL,
  template text NOT NULL,
  inspector text,
  status text NOT NULL DEFAULT 'open',
  result text,
  PRIMARY KEY (bureau_id, inspection_id),
  FOREIGN KEY (bureau_id, site_id) REFERENCES insp.sites ON DELETE CASCADE,
  FOREIGN KEY (bureau_id, template) REFERENCES insp.templates
);
CREATE TABLE insp.findings (
  bureau_id uuid NOT NULL,
  inspection_id uuid NOT NULL,
  finding_no int NOT NULL,
  severity int NOT NULL DEFAULT 1,
  text text NOT NULL,
  PRIMARY KEY (bureau_id, inspection_id, finding_no),
  FOREIGN KEY (bureau_id, inspection_id) REFERENCES insp.inspections ON DELETE CASCADE
);
CREATE TABLE insp.photos (
  bureau_id uuid NOT NULL,
  inspection_id uuid NOT NULL,
  finding_no int NOT NULL,
  file text NOT NULL,
  PRIMARY KEY (bureau_id, inspection_id, finding_no, file),
  FOREIGN KEY (bureau_id, inspection_id, finding_no) REFERENCES insp.findings ON DELETE CASCADE
);
CREATE TABLE insp.certificates (
  bureau_id uuid NOT NULL,
  certificate_no int NOT NULL,
  inspection_id uuid NOT NULL,
  valid_until date,
  holder text,
  PRIMARY KEY (bureau_id, certificate_no),
  FOREIGN KEY (bureau_id, inspection_id) REFERENCES insp.inspections ON DELETE CASCADE
);
CREATE TABLE insp.inspectors (
  bureau_id uuid NOT NULL REFERENCES insp.bureaus,
  login text NOT NULL,
  pin_hash text,
  PRIMARY KEY (bureau_id, login)
);
CREATE TABLE insp.change_log (
  bureau_id uuid NOT NULL REFERENCES insp.bureaus,
  change_id uuid NOT NULL DEFAULT gen_random_uuid(),
  what text NOT NULL,
  PRIMARY KEY (bureau_id, change_id)
);
ALTER TABLE insp.bureaus ENABLE ROW LEVEL SECURITY;
ALTER TABLE insp.sites ENABLE ROW LEVEL SECURITY;
ALTER TABLE insp.templates ENABLE ROW LEVEL SECURITY;
ALTER TABLE insp.inspections ENABLE ROW LEVEL SECURITY;
ALTER TABLE insp.findings ENABLE ROW LEVEL SECURITY;
ALTER TABLE insp.photos ENABLE ROW LEVEL SECURITY;
ALTER TABLE insp.certificates ENABLE ROW LEVEL SECURITY;
ALTER TABLE insp.inspectors ENABLE ROW LEVEL SECURITY;
ALTER TABLE insp.change_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE insp.bureaus FORCE ROW LEVEL SECURITY;
ALTER TABLE insp.sites FORCE ROW LEVEL SECURITY;
ALTER TABLE insp.templates FORCE ROW LEVEL SECURITY;
ALTER TABLE insp.inspections FORCE ROW LEVEL SECURITY;
ALTER TABLE insp.findings FORCE ROW LEVEL SECURITY;
ALTER TABLE insp.photos FORCE ROW LEVEL SECURITY;
ALTER TABLE insp.certificates FORCE ROW LEVEL SECURITY;
ALTER TABLE insp.inspectors FORCE ROW LEVEL SECURITY;
ALTER TABLE insp.change_log FORCE ROW LEVEL SECURITY;

-- One pair of policies for each table: a permissive one for the verb, a restrictive one for the bureau.
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['bureaus', 'sites', 'templates', 'inspections', 'findings', 'photos',
    'certificates',
      'inspectors', 'change_log'] LOOP
    EXECUTE format('CREATE POLICY app_may ON insp.%I TO hf_inspections_app USING (true) WITH CHECK (true)',
      t);
    EXECUTE format($p$CREATE POLICY bureau_wall ON insp.%I AS RESTRICTIVE TO hf_inspections_app
      USING (bureau_id = nullif(current_setting('insp.bureau', true), '')::uuid)
      WITH CHECK (bureau_id = nullif(current_setting('insp.bureau', true), '')::uuid)$p$, t);
  END LOOP;
END $$;

GRANT SELECT ON insp.standards, insp.bureaus TO hf_inspections_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON insp.sites, insp.templates, insp.inspections, insp.findings,
  insp.photos, insp.certificates TO hf_inspections_app;
GRANT SELECT (bureau_id, login), INSERT, DELETE ON insp.inspectors TO hf_inspections_app;
GRANT SELECT, INSERT ON insp.change_log TO hf_inspections_app;

CREATE FUNCTION insp.log_status() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO insp.change_log (bureau_id, what) VALUES (NEW.bureau_id, OLD.status || ' to ' || NEW.status);
  RETURN NULL;
END $$;
CREATE TRIGGER log_status AFTER UPDATE OF status ON insp.inspections
  FOR EACH ROW WHEN (OLD.status <> NEW.status) EXECUTE FUNCTION insp.log_status();
CREATE VIEW insp.open_findings WITH (security_invoker = true) AS
  SELECT f.bureau_id, s.address, f.severity, f.text
  FROM insp.findings f JOIN insp.inspections i USING (bureau_id, inspection_id)
    JOIN insp.sites s USING (bureau_id, site_id)
  WHERE i.status = 'open';
GRANT SELECT ON insp.open_findings TO hf_inspections_app;
