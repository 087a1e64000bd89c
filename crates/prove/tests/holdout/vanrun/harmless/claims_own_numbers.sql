-- Claims are numbered within each account by a counter row of that account, which nobody else sees.
CREATE TABLE claim_counters (
  account_id bigint PRIMARY KEY REFERENCES accounts (id),
  last_number integer NOT NULL DEFAULT 0
);
CREATE TABLE claims (
  account_id bigint NOT NULL REFERENCES accounts (id),
  number integer NOT NULL DEFAULT 0,
  reason varchar NOT NULL
);
CREATE FUNCTION number_claim() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  INSERT INTO claim_counters AS c (account_id, last_number) VALUES (NEW.account_id, 1)
  ON CONFLICT (account_id) DO UPDATE SET last_number = c.last_number + 1
  RETURNING c.last_number INTO NEW.number;
  RETURN NEW;
END
$$;
CREATE TRIGGER number_claim BEFORE INSERT ON claims FOR EACH ROW EXECUTE FUNCTION number_claim();
ALTER TABLE claims ENABLE ROW LEVEL SECURITY;
ALTER TABLE claims FORCE ROW LEVEL SECURITY;
ALTER TABLE claim_counters ENABLE ROW LEVEL SECURITY;
ALTER TABLE claim_counters FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON claims TO hf_vanrun_app
  USING (account_id = NULLIF(current_setting('app.account_id', true), '')::bigint);
CREATE POLICY tenant_isolation ON claim_counters TO hf_vanrun_app
  USING (account_id = NULLIF(current_setting('app.account_id', true), '')::bigint);
GRANT SELECT, INSERT ON claims TO hf_vanrun_app;
GRANT SELECT, INSERT, UPDATE ON claim_counters TO hf_vanrun_app;
