-- Copied lines: row security was enabled on keepers once more, and never on the new table of contracts.
-- about: keeper_contracts
-- as: hf_kelpherd_app
-- exploit: SET zoo.current_park = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT 'contract at ' || park_id FROM zoo.keeper_contracts;
-- shows: contract at bbbbbbbb
CREATE TABLE zoo.keeper_contracts (
  park_id uuid NOT NULL,
  keeper_no integer NOT NULL,
  hours integer NOT NULL DEFAULT 40,
  PRIMARY KEY (park_id, keeper_no),
  FOREIGN KEY (park_id, keeper_no) REFERENCES zoo.keepers ON DELETE CASCADE
);
ALTER TABLE zoo.keepers ENABLE ROW LEVEL SECURITY;
ALTER TABLE zoo.keepers FORCE ROW LEVEL SECURITY;
CREATE POLICY park_only ON zoo.keeper_contracts USING (park_id = zoo.current_park())
  WITH CHECK (park_id = zoo.current_park());
GRANT SELECT, INSERT, UPDATE, DELETE ON zoo.keeper_contracts TO hf_kelpherd_app;
-- Every keeper has a contract from the first day.
CREATE FUNCTION zoo.first_contract() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO zoo.keeper_contracts (park_id, keeper_no) VALUES (NEW.park_id, NEW.keeper_no);
  RETURN NULL;
END $$;
CREATE TRIGGER first_contract AFTER INSERT ON zoo.keepers
  FOR EACH ROW EXECUTE FUNCTION zoo.first_contract();
