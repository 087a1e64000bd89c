-- The history of envelopes under forced row level security: an account reads its own entries, only the
-- trigger writes.
CREATE TABLE sign.audit_log (
  account_id bigint NOT NULL REFERENCES sign.accounts (id) ON DELETE CASCADE,
  entry_id uuid NOT NULL DEFAULT gen_random_uuid(),
  verb text NOT NULL,
  after jsonb,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (account_id, entry_id)
);
ALTER TABLE sign.audit_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign.audit_log FORCE ROW LEVEL SECURITY;
CREATE POLICY audit_log_of_account ON sign.audit_log FOR SELECT
  USING (account_id IN (SELECT u.account_id FROM sign.account_users u WHERE u.user_id = sign.subject()));
GRANT SELECT ON sign.audit_log TO hf_countersign_app;
CREATE FUNCTION sign.log_envelope() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = sign, pg_temp
AS $$
BEGIN
  INSERT INTO sign.audit_log (account_id, verb, after) VALUES (NEW.account_id, TG_OP, to_jsonb(NEW));
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION sign.log_envelope() FROM PUBLIC;
CREATE TRIGGER log_envelope AFTER INSERT OR UPDATE ON sign.envelopes
  FOR EACH ROW EXECUTE FUNCTION sign.log_envelope();
