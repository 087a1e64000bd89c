-- A rule notes changes of services in a table with its own policy, for the organisation of the row.
CREATE TABLE apm.service_notes (
  org_id bigint NOT NULL REFERENCES apm.orgs,
  service text NOT NULL,
  old_team text,
  new_team text
);
ALTER TABLE apm.service_notes ENABLE ROW LEVEL SECURITY;
ALTER TABLE apm.service_notes FORCE ROW LEVEL SECURITY;
CREATE POLICY org_rows ON apm.service_notes USING (org_id = apm.org()) WITH CHECK (org_id = apm.org());
GRANT SELECT ON apm.service_notes TO hf_tracing_app;
CREATE RULE note_team AS ON UPDATE TO apm.services WHERE OLD.owner_team IS DISTINCT FROM NEW.owner_team DO
  ALSO
  INSERT INTO apm.service_notes VALUES (OLD.org_id, OLD.service, OLD.owner_team, NEW.owner_team);
