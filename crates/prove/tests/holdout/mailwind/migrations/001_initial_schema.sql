-- E-mail campaigns. The middleware sets app.account_id for each request.
CREATE ROLE hf_mailwind_ops NOLOGIN BYPASSRLS;
CREATE ROLE hf_mailwind_app LOGIN;

CREATE SCHEMA mail;
CREATE DOMAIN mail.address AS text CHECK (VALUE LIKE '%_@_%' AND length(VALUE) <= 254);
CREATE TYPE mail.campaign_status AS ENUM ('draft', 'sending', 'sent');

CREATE FUNCTION mail.account_id() RETURNS integer LANGUAGE sql STABLE
AS $$ SELECT nullif(current_setting('app.account_id', true), '')::integer $$;

CREATE TABLE mail.plans (
  code text PRIMARY KEY,
  monthly_limit integer NOT NULL
);

CREATE TABLE mail.accounts (
  id integer PRIMARY KEY,
  name text NOT NULL,
  plan_code text NOT NULL REFERENCES mail.plans,
  created_at timestamp NOT NULL DEFAULT now()
);

CREATE TABLE mail.users (
  account_id integer NOT NULL REFERENCES mail.accounts,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  email mail.address NOT NULL,
  password text NOT NULL,
  api_token_hash text,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, email)
);

CREATE TABLE mail.lists (
  account_id integer NOT NULL REFERENCES mail.accounts,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  PRIMARY KEY (account_id, id)
);

CREATE TABLE mail.subscribers (
  account_id integer NOT NULL,
  list_id uuid NOT NULL,
  email mail.address NOT NULL,
  attributes jsonb NOT NULL DEFAULT '{}',
  unsubscribed_at timestamp,
  PRIMARY KEY (account_id, list_id, email),
  FOREIGN KEY (account_id, list_id) REFERENCES mail.lists (account_id, id) ON DELETE CASCADE
);

CREATE TABLE mail.templates (
  account_id integer NOT NULL REFERENCES mail.accounts,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  html text NOT NULL,
  PRIMARY KEY (account_id, id)
);

CREATE TABLE mail.campaigns (
  account_id integer NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  list_id uuid NOT NULL,
  template_id uuid,
  subject text NOT NULL,
  status mail.campaign_status NOT NULL DEFAULT 'draft',
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, list_id) REFERENCES mail.lists (account_id, id),
  FOREIGN KEY (account_id, template_id) REFERENCES mail.templates (account_id, id)
);

CREATE TABLE mail.deliveries (
  account_id integer NOT NULL,
  campaign_id uuid NOT NULL,
  email mail.address NOT NULL,
  opened integer NOT NULL DEFAULT 0,
  bounced_reason text,
  PRIMARY KEY (account_id, campaign_id, email),
  FOREIGN KEY (account_id, campaign_id) REFERENCES mail.campaigns (account_id, id) ON DELETE CASCADE
);

CREATE TABLE mail.suppressions (
  account_id integer NOT NULL REFERENCES mail.accounts,
  email mail.address NOT NULL,
  reason text NOT NULL,
  PRIMARY KEY (account_id, email)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['users', 'lists', 'subscribers', 'templates', 'campaigns', 'deliveries',
    'suppressions'] LOOP
    EXECUTE format('ALTER TABLE mail.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE mail.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY account ON mail.%I USING (account_id = (SELECT mail.account_id()))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON mail.%I TO hf_mailwind_app', t);
  END LOOP;
END $$;
ALTER TABLE mail.accounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail.accounts FORCE ROW LEVEL SECURITY;
CREATE POLICY account ON mail.accounts USING (id = (SELECT mail.account_id()));

REVOKE EXECUTE ON FUNCTION mail.account_id() FROM PUBLIC;
GRANT USAGE ON SCHEMA mail TO hf_mailwind_app, hf_mailwind_ops;
GRANT EXECUTE ON FUNCTION mail.account_id() TO hf_mailwind_app, hf_mailwind_ops;
GRANT SELECT ON mail.accounts, mail.plans TO hf_mailwind_app;
-- Operators work over all accounts; no login is a member of this role.
GRANT SELECT, UPDATE ON ALL TABLES IN SCHEMA mail TO hf_mailwind_ops;
