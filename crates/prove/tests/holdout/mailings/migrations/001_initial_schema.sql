-- Senders of newsletters: an outbox, events that flow in, and reports.

CREATE ROLE hf_mailings_app LOGIN;
CREATE ROLE hf_mailings_report LOGIN;
CREATE SCHEMA mail;

CREATE TABLE mail.senders (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), name text NOT NULL);
CREATE TABLE mail.lists (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  sender_id uuid NOT NULL REFERENCES mail.senders,
  name text NOT NULL,
  UNIQUE (sender_id, id)
);
CREATE TABLE mail.subscribers (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  sender_id uuid NOT NULL REFERENCES mail.senders,
  email text NOT NULL,
  UNIQUE (sender_id, id),
  UNIQUE (sender_id, email)
);
CREATE TABLE mail.list_subscribers (
  sender_id uuid NOT NULL,
  list_id uuid NOT NULL,
  subscriber_id uuid NOT NULL,
  PRIMARY KEY (sender_id, list_id, subscriber_id),
  FOREIGN KEY (sender_id, list_id) REFERENCES mail.lists (sender_id, id) ON DELETE CASCADE,
  FOREIGN KEY (sender_id, subscriber_id) REFERENCES mail.subscribers (sender_id, id) ON DELETE CASCADE
);
CREATE TABLE mail.campaigns (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  sender_id uuid NOT NULL REFERENCES mail.senders,
  subject text NOT NULL,
  UNIQUE (sender_id, id)
);
CREATE TABLE mail.outbox (
  sender_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  subscriber_id uuid NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (sender_id, campaign_id, subscriber_id),
  FOREIGN KEY (sender_id, campaign_id) REFERENCES mail.campaigns (sender_id, id),
  FOREIGN KEY (sender_id, subscriber_id) REFERENCES mail.subscribers (sender_id, id)
);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['lists', 'subscribers', 'list_subscribers', 'campaigns', 'outbox'] LOOP
    EXECUTE format('ALTER TABLE mail.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
    EXECUTE format($p$CREATE POLICY sender ON mail.%I
      USING (sender_id = (SELECT nullif(current_setting('mail.sender', true), '')::uuid))$p$, name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON mail.%I TO hf_mailings_app', name);
    EXECUTE format('GRANT SELECT ON mail.%I TO hf_mailings_report', name);
  END LOOP;
END $$;
ALTER TABLE mail.senders ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY sender ON mail.senders
  USING (id = (SELECT nullif(current_setting('mail.sender', true), '')::uuid));
GRANT USAGE ON SCHEMA mail TO hf_mailings_app, hf_mailings_report;
GRANT SELECT ON mail.senders TO hf_mailings_app, hf_mailings_report;
