-- Exports with the account, row security and its policy; only the database writes them.
CREATE TABLE mail.subscriber_exports (
  account_id integer NOT NULL REFERENCES mail.accounts,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  payload jsonb NOT NULL,
  PRIMARY KEY (account_id, id)
);
ALTER TABLE mail.subscriber_exports ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail.subscriber_exports FORCE ROW LEVEL SECURITY;
CREATE POLICY account ON mail.subscriber_exports USING (account_id = (SELECT mail.account_id()));
GRANT SELECT ON mail.subscriber_exports TO hf_mailwind_app;
