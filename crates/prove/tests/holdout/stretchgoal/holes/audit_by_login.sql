-- Any organiser reads every change of webhooks, because the policy goes by the login, and all share one.
-- about: audit_log, audit, webhooks
-- as: hf_stretchgoal_app
-- exploit: SET stretch.organiser_id = '101';
-- exploit: SELECT entry FROM fund.audit_log;
-- shows: Road-secret key
-- Who changed which webhook.
CREATE TABLE fund.audit_log (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  written_by name NOT NULL,
  entry jsonb NOT NULL
);
ALTER TABLE fund.audit_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE fund.audit_log FORCE ROW LEVEL SECURITY;
CREATE POLICY audit_own ON fund.audit_log FOR SELECT USING (written_by = current_user);
GRANT SELECT ON fund.audit_log TO hf_stretchgoal_app;
CREATE FUNCTION fund.write_audit() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = fund, pg_temp
AS $$
BEGIN
  INSERT INTO audit_log (written_by, entry) VALUES ('hf_stretchgoal_app', to_jsonb(NEW));
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION fund.write_audit() FROM PUBLIC;
CREATE TRIGGER webhooks_audit AFTER INSERT OR UPDATE ON fund.webhooks
  FOR EACH ROW EXECUTE FUNCTION fund.write_audit();
