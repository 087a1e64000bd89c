-- A found part refers to a part of the same firm: the foreign key has the firm in it.
CREATE TABLE scaf.found_parts (
  firm_id bigint NOT NULL DEFAULT scaf.firm(),
  serial text NOT NULL,
  found_on date NOT NULL DEFAULT CURRENT_DATE,
  PRIMARY KEY (firm_id, serial, found_on),
  FOREIGN KEY (firm_id, serial) REFERENCES scaf.parts (firm_id, serial)
);
ALTER TABLE scaf.found_parts ENABLE ROW LEVEL SECURITY;
ALTER TABLE scaf.found_parts FORCE ROW LEVEL SECURITY;
CREATE POLICY firm_rows ON scaf.found_parts USING (firm_id = scaf.firm());
GRANT SELECT, INSERT, DELETE ON scaf.found_parts TO hf_scaffold_app;
