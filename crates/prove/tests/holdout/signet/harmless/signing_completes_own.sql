-- A trigger with its owner's rights that closes an envelope only in the account of the checked new row.
CREATE TABLE sign.signatures (
  account_id bigint NOT NULL,
  envelope_id bigint NOT NULL,
  image text NOT NULL,
  FOREIGN KEY (account_id, envelope_id) REFERENCES sign.envelopes (account_id, id)
);
ALTER TABLE sign.signatures ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign.signatures FORCE ROW LEVEL SECURITY;
CREATE POLICY signatures_member ON sign.signatures USING (account_id = ANY (sign.my_accounts()));
GRANT SELECT, INSERT ON sign.signatures TO hf_signet_app;
CREATE FUNCTION sign.on_signed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  UPDATE sign.envelopes SET state = 'completed'
  WHERE account_id = NEW.account_id AND id = NEW.envelope_id AND state = 'sent';
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION sign.on_signed() FROM PUBLIC;
CREATE TRIGGER signatures_done AFTER INSERT ON sign.signatures FOR EACH ROW EXECUTE FUNCTION sign.on_signed();
