-- A trigger writes a history of all envelopes into a table that the history page reads without any policy.
-- about: audit_log, log_envelope, envelopes
-- as: hf_countersign_app
-- exploit: SET request.jwt.claims = '{"sub": "auth0|ann"}';
-- exploit: SELECT after ->> 'subject' FROM sign.audit_log;
-- shows: Road-secret merger
CREATE TABLE sign.audit_log (
  account_id bigint NOT NULL,
  entry_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  verb text NOT NULL,
  after jsonb,
  at timestamptz NOT NULL DEFAULT now()
);
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
