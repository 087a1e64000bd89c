-- Who has an app of some number reads the certificates of all apps of that number: the policy goes by number.
-- about: push_certificates, certificate_by_app, apps
-- as: hf_tapwire_app
-- exploit: SET request.jwt.claims = '{"sub": "usr|ann"}';
-- exploit: SELECT pem FROM push_certificates;
-- shows: pem of test.road
CREATE TABLE push_certificates (
  workspace_id uuid NOT NULL,
  app_id integer NOT NULL,
  pem text NOT NULL,
  PRIMARY KEY (workspace_id, app_id),
  FOREIGN KEY (workspace_id, app_id) REFERENCES apps (workspace_id, id) ON DELETE CASCADE
);
ALTER TABLE push_certificates ENABLE ROW LEVEL SECURITY;
ALTER TABLE push_certificates FORCE ROW LEVEL SECURITY;
-- The apps that one sees are one's own, so it is enough to ask for the app.
CREATE POLICY certificate_by_app ON push_certificates TO hf_tapwire_app
  USING (app_id IN (SELECT a.id FROM apps a));
GRANT SELECT, INSERT, UPDATE, DELETE ON push_certificates TO hf_tapwire_app;
CREATE FUNCTION first_certificate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO push_certificates VALUES (NEW.workspace_id, NEW.id, 'pem of ' || NEW.bundle);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION first_certificate() FROM PUBLIC;
CREATE TRIGGER apps_certificate AFTER INSERT ON apps FOR EACH ROW EXECUTE FUNCTION first_certificate();
