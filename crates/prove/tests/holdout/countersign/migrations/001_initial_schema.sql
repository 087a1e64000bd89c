-- Envelopes to be signed. A person (claim sub, a text) belongs to one or more accounts; numbers count per
-- account.
CREATE ROLE hf_countersign_app LOGIN;
CREATE SCHEMA sign;
REVOKE ALL ON SCHEMA sign FROM PUBLIC;
GRANT USAGE ON SCHEMA sign TO hf_countersign_app;

CREATE TABLE sign.signature_levels (
  code text PRIMARY KEY,
  meaning text NOT NULL
);
CREATE TABLE sign.accounts (
  id bigint PRIMARY KEY,
  name text NOT NULL,
  brand_color text
);
CREATE TABLE sign.account_users (
  account_id bigint NOT NULL REFERENCES sign.accounts (id) ON DELETE CASCADE,
  user_id text NOT NULL,
  email text NOT NULL,
  is_admin boolean NOT NULL DEFAULT false,
  PRIMARY KEY (account_id, user_id)
);
CREATE TABLE sign.templates (
  account_id bigint NOT NULL REFERENCES sign.accounts (id) ON DELETE CASCADE,
  template_no integer NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  in_gallery boolean NOT NULL DEFAULT false,
  PRIMARY KEY (account_id, template_no)
);
CREATE TABLE sign.envelopes (
  account_id bigint NOT NULL REFERENCES sign.accounts (id) ON DELETE CASCADE,
  envelope_no integer NOT NULL,
  subject text NOT NULL,
  message text,
  status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'sent', 'completed', 'void')),
  level text NOT NULL DEFAULT 'simple' REFERENCES sign.signature_levels (code),
  PRIMARY KEY (account_id, envelope_no)
);
CREATE TABLE sign.recipients (
  account_id bigint NOT NULL,
  envelope_no integer NOT NULL,
  position integer NOT NULL,
  email text NOT NULL,
  full_name text NOT NULL,
  PRIMARY KEY (account_id, envelope_no, position),
  FOREIGN KEY (account_id, envelope_no) REFERENCES sign.envelopes (account_id, envelope_no) ON DELETE CASCADE
);
CREATE TABLE sign.fields (
  account_id bigint NOT NULL,
  envelope_no integer NOT NULL,
  position integer NOT NULL,
  name text NOT NULL,
  value text,
  PRIMARY KEY (account_id, envelope_no, position, name),
  FOREIGN KEY (account_id, envelope_no, position)
    REFERENCES sign.recipients (account_id, envelope_no, position) ON DELETE CASCADE
);
CREATE TABLE sign.signatures (
  account_id bigint NOT NULL,
  envelope_no integer NOT NULL,
  position integer NOT NULL,
  signed_at timestamptz NOT NULL DEFAULT now(),
  digest text NOT NULL,
  PRIMARY KEY (account_id, envelope_no, position),
  FOREIGN KEY (account_id, envelope_no, position) REFERENCES sign.recipients (account_id, envelope_no,
    position)
);
CREATE TABLE sign.files (
  account_id bigint NOT NULL REFERENCES sign.accounts (id) ON DELETE CASCADE,
  path text NOT NULL,
  content text NOT NULL,
  PRIMARY KEY (account_id, path)
);
CREATE TABLE sign.reminders (
  account_id bigint NOT NULL,
  envelope_no integer NOT NULL,
  send_at timestamptz NOT NULL,
  note text,
  PRIMARY KEY (account_id, envelope_no, send_at),
  FOREIGN KEY (account_id, envelope_no) REFERENCES sign.envelopes (account_id, envelope_no) ON DELETE CASCADE
);

CREATE FUNCTION sign.subject() RETURNS text
LANGUAGE sql STABLE
AS $$ SELECT NULLIF(NULLIF(current_setting('request.jwt.claims', true), '')::json ->> 'sub', '') $$;
REVOKE EXECUTE ON FUNCTION sign.subject() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sign.subject() TO hf_countersign_app;

GRANT SELECT ON sign.signature_levels, sign.accounts, sign.account_users TO hf_countersign_app;

-- A person sees the own memberships only; all other policies ask this table.
ALTER TABLE sign.account_users ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign.account_users FORCE ROW LEVEL SECURITY;
CREATE POLICY own_memberships ON sign.account_users FOR SELECT USING (user_id = sign.subject());

ALTER TABLE sign.accounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign.accounts FORCE ROW LEVEL SECURITY;
CREATE POLICY my_accounts ON sign.accounts FOR SELECT
  USING (EXISTS (SELECT 1 FROM sign.account_users u WHERE u.account_id = accounts.id AND u.user_id =
    sign.subject()));

DO $$
DECLARE
  t text;
  mine text :=
    'account_id IN (SELECT u.account_id FROM sign.account_users u WHERE u.user_id = sign.subject())';
BEGIN
  FOREACH t IN ARRAY ARRAY['templates', 'envelopes', 'recipients', 'fields', 'signatures', 'files',
    'reminders']
  LOOP
    EXECUTE format('ALTER TABLE sign.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE sign.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON sign.%I USING (%s) WITH CHECK (%s)', t || '_of_account', t, mine,
      mine);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON sign.%I TO hf_countersign_app', t);
  END LOOP;
END $$;
-- What is signed stays signed.
REVOKE UPDATE, DELETE ON sign.signatures FROM hf_countersign_app;
