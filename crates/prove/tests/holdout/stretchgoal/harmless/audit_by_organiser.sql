-- The log names the organiser of each entry, and each organiser reads its own.
CREATE TABLE fund.audit_log (
  organiser_id bigint NOT NULL REFERENCES fund.organisers (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  entry jsonb NOT NULL,
  PRIMARY KEY (organiser_id, id)
);
ALTER TABLE fund.audit_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE fund.audit_log FORCE ROW LEVEL SECURITY;
CREATE POLICY by_organiser ON fund.audit_log FOR SELECT USING (organiser_id = fund.organiser());
GRANT SELECT ON fund.audit_log TO hf_stretchgoal_app;
CREATE FUNCTION fund.write_audit() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = fund, pg_temp
AS $$
BEGIN
  INSERT INTO audit_log (organiser_id, entry) VALUES (NEW.organiser_id, to_jsonb(NEW));
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION fund.write_audit() FROM PUBLIC;
CREATE TRIGGER webhooks_audit AFTER INSERT OR UPDATE ON fund.webhooks
  FOR EACH ROW EXECUTE FUNCTION fund.write_audit();
