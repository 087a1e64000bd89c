-- Support is named in a table that the application may not write; it says which practice let them in.
CREATE TABLE dental.support_access (
  practice_id bigint NOT NULL REFERENCES dental.practices,
  user_id text NOT NULL,
  until date NOT NULL,
  PRIMARY KEY (practice_id, user_id)
);
ALTER TABLE dental.support_access ENABLE ROW LEVEL SECURITY;
ALTER TABLE dental.support_access FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_of_practice ON dental.support_access FOR SELECT TO hf_dental_app
  USING (practice_id = ANY (dental.my_practices()));
GRANT SELECT ON dental.support_access TO hf_dental_app;
