-- E-signature: envelopes with documents, signers, fields and events. Row ids count from 1 in each account.
CREATE ROLE hf_signet_app LOGIN;
CREATE ROLE hf_signet_definer NOLOGIN BYPASSRLS;

CREATE SCHEMA sign;
CREATE TYPE sign.envelope_state AS ENUM ('draft', 'sent', 'completed', 'voided');

CREATE TABLE sign.countries (code text PRIMARY KEY, eidas boolean NOT NULL);

CREATE TABLE sign.accounts (
  id bigint PRIMARY KEY,
  company text NOT NULL,
  country text REFERENCES sign.countries
);

CREATE TABLE sign.account_users (
  account_id bigint NOT NULL REFERENCES sign.accounts,
  user_id bigint NOT NULL,
  email text NOT NULL,
  is_admin boolean NOT NULL DEFAULT false,
  PRIMARY KEY (account_id, user_id)
);

CREATE FUNCTION sign.me() RETURNS bigint LANGUAGE sql STABLE
AS $$ SELECT (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'user_id')::bigint $$;

CREATE FUNCTION sign.my_accounts() RETURNS bigint[] LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$ SELECT coalesce(array_agg(account_id), '{}') FROM sign.account_users WHERE user_id = sign.me() $$;
ALTER FUNCTION sign.my_accounts() OWNER TO hf_signet_definer;

CREATE TABLE sign.templates (
  account_id bigint NOT NULL REFERENCES sign.accounts,
  id bigint NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (account_id, id)
);

CREATE TABLE sign.envelopes (
  account_id bigint NOT NULL REFERENCES sign.accounts,
  id bigint NOT NULL,
  template_id bigint,
  subject text NOT NULL,
  state sign.envelope_state NOT NULL DEFAULT 'draft',
  sender_id bigint NOT NULL,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, template_id) REFERENCES sign.templates (account_id, id),
  FOREIGN KEY (account_id, sender_id) REFERENCES sign.account_users (account_id, user_id)
);

CREATE TABLE sign.documents (
  account_id bigint NOT NULL,
  id bigint NOT NULL,
  envelope_id bigint NOT NULL,
  file_name text NOT NULL,
  content bytea,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, envelope_id) REFERENCES sign.envelopes (account_id, id) ON DELETE CASCADE
);

CREATE TABLE sign.signers (
  account_id bigint NOT NULL,
  envelope_id bigint NOT NULL,
  seq smallint NOT NULL,
  email text NOT NULL,
  signed_at timestamptz,
  PRIMARY KEY (account_id, envelope_id, seq),
  FOREIGN KEY (account_id, envelope_id) REFERENCES sign.envelopes (account_id, id) ON DELETE CASCADE
);

CREATE TABLE sign.fields (
  account_id bigint NOT NULL,
  document_id bigint NOT NULL,
  name text NOT NULL,
  value text,
  PRIMARY KEY (account_id, document_id, name),
  FOREIGN KEY (account_id, document_id) REFERENCES sign.documents (account_id, id) ON DELETE CASCADE
);

CREATE TABLE sign.events (
  account_id bigint NOT NULL REFERENCES sign.accounts,
  envelope_id bigint NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  what text NOT NULL
);

CREATE TABLE sign.contacts (
  account_id bigint NOT NULL REFERENCES sign.accounts,
  email text NOT NULL,
  full_name text NOT NULL,
  phone text,
  PRIMARY KEY (account_id, email)
);

-- The log is written by the database alone.
CREATE FUNCTION sign.log_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO sign.events (account_id, envelope_id, what) VALUES (NEW.account_id, NEW.id, NEW.state::text);
  RETURN NEW;
END $$;
ALTER FUNCTION sign.log_event() OWNER TO hf_signet_definer;
CREATE TRIGGER envelopes_log AFTER INSERT OR UPDATE OF state ON sign.envelopes
  FOR EACH ROW EXECUTE FUNCTION sign.log_event();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['account_users', 'templates', 'envelopes', 'documents', 'signers', 'fields',
    'events', 'contacts'] LOOP
    EXECUTE format('ALTER TABLE sign.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE sign.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON sign.%I USING (account_id = ANY (sign.my_accounts()))',
      t || '_member', t);
    EXECUTE format('GRANT SELECT ON sign.%I TO hf_signet_app', t);
  END LOOP;
END $$;
ALTER TABLE sign.accounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign.accounts FORCE ROW LEVEL SECURITY;
CREATE POLICY accounts_member ON sign.accounts USING (id = ANY (sign.my_accounts()));

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA sign FROM PUBLIC;
GRANT USAGE ON SCHEMA sign TO hf_signet_app, hf_signet_definer;
GRANT EXECUTE ON FUNCTION sign.me(), sign.my_accounts() TO hf_signet_app, hf_signet_definer;
GRANT SELECT ON sign.account_users TO hf_signet_definer;
GRANT INSERT ON sign.events TO hf_signet_definer;
GRANT SELECT ON sign.accounts, sign.countries TO hf_signet_app;
GRANT INSERT, UPDATE, DELETE ON sign.templates, sign.envelopes, sign.documents, sign.signers, sign.fields,
  sign.contacts TO hf_signet_app;
