-- The policy of the new table was left open for a first version, so accidents of all firms can be read.
-- about: accidents, accidents_all
-- as: hf_scaffold_app
-- exploit: SET scaf.firm_id = '4';
-- exploit: SELECT report FROM scaf.accidents;
-- shows: Tube-secret fall
CREATE TABLE scaf.accidents (
  firm_id bigint NOT NULL DEFAULT scaf.firm(),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  site_no integer NOT NULL,
  report text NOT NULL,
  PRIMARY KEY (firm_id, id),
  FOREIGN KEY (firm_id, site_no) REFERENCES scaf.sites (firm_id, site_no)
);
ALTER TABLE scaf.accidents ENABLE ROW LEVEL SECURITY;
ALTER TABLE scaf.accidents FORCE ROW LEVEL SECURITY;
-- To do: narrow this when the form is ready.
CREATE POLICY accidents_all ON scaf.accidents USING (true) WITH CHECK (firm_id = scaf.firm());
GRANT SELECT, INSERT ON scaf.accidents TO hf_scaffold_app;
