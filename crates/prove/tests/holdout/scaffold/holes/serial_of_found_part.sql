-- A found part refers to a serial of any firm, so a row is taken or refused as the serial exists elsewhere.
-- about: found_parts, parts_serial_key, found_parts_serial_fkey, parts
-- as: hf_scaffold_app
-- exploit: SET scaf.firm_id = '4';
-- exploit: INSERT INTO scaf.found_parts (serial) VALUES ('S-2002');
-- shows: INSERT 0 1
ALTER TABLE scaf.parts ADD CONSTRAINT parts_serial_key UNIQUE (serial);
CREATE TABLE scaf.found_parts (
  firm_id bigint NOT NULL DEFAULT scaf.firm() REFERENCES scaf.firms (id),
  serial text NOT NULL CONSTRAINT found_parts_serial_fkey REFERENCES scaf.parts (serial),
  found_on date NOT NULL DEFAULT CURRENT_DATE,
  PRIMARY KEY (firm_id, serial, found_on)
);
ALTER TABLE scaf.found_parts ENABLE ROW LEVEL SECURITY;
ALTER TABLE scaf.found_parts FORCE ROW LEVEL SECURITY;
CREATE POLICY firm_rows ON scaf.found_parts USING (firm_id = scaf.firm());
GRANT SELECT, INSERT, DELETE ON scaf.found_parts TO hf_scaffold_app;
