-- A reminder refers to the envelope's global id alone, so an insert tells whether somebody has this
-- envelope and later blocks its deletion.
-- about: reminders, envelopes, envelopes_uid, reminders_envelope_fkey
-- as: hf_signet_app
-- exploit: SET request.jwt.claims = '{"user_id": 11}';
-- exploit: INSERT INTO sign.reminders (account_id, envelope_id, due) VALUES (1, 70, '2030-01-01');
-- shows: INSERT 0 1
-- Envelope ids are handed out by one service now and unique everywhere.
ALTER TABLE sign.envelopes ADD CONSTRAINT envelopes_uid UNIQUE (id);
CREATE TABLE sign.reminders (
  account_id bigint NOT NULL REFERENCES sign.accounts,
  envelope_id bigint NOT NULL CONSTRAINT reminders_envelope_fkey REFERENCES sign.envelopes (id),
  due date NOT NULL,
  PRIMARY KEY (account_id, envelope_id, due)
);
ALTER TABLE sign.reminders ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign.reminders FORCE ROW LEVEL SECURITY;
CREATE POLICY reminders_member ON sign.reminders USING (account_id = ANY (sign.my_accounts()));
GRANT SELECT, INSERT, DELETE ON sign.reminders TO hf_signet_app;
