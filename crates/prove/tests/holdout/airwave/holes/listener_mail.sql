-- Row security of the new table is forced but was never enabled, so its policy does nothing.
-- about: listener_mails, collect_listener, feed_tokens
-- as: hf_airwave_app
-- exploit: SET airwave.network_id = '1';
-- exploit: SELECT digest FROM listener_mails;
-- shows: Road-secret digest
-- Private feeds: whom a token was sent to.
CREATE TABLE listener_mails (
  network_id bigint NOT NULL REFERENCES networks,
  digest text NOT NULL,
  sent_at timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE listener_mails FORCE ROW LEVEL SECURITY;
CREATE POLICY by_network ON listener_mails USING (network_id = current_network_id());
GRANT SELECT, INSERT ON listener_mails TO hf_airwave_app;
CREATE FUNCTION collect_listener() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO listener_mails (network_id, digest) VALUES (NEW.network_id, NEW.token_digest);
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION collect_listener() FROM PUBLIC;
CREATE TRIGGER feed_tokens_mail AFTER INSERT ON feed_tokens FOR EACH ROW EXECUTE FUNCTION collect_listener();
