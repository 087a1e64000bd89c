CREATE ROLE hf_redhunt_app LOGIN;
CREATE ROLE hf_redhunt_support NOLOGIN;

CREATE TABLE accounts (
  id bigint PRIMARY KEY,
  name character varying NOT NULL,
  created_at timestamp(6) without time zone NOT NULL DEFAULT now(),
  updated_at timestamp(6) without time zone NOT NULL DEFAULT now()
);

-- The application makes the ids; they count up in each account, so a key is always account and id.
CREATE TABLE programs (
  account_id bigint NOT NULL REFERENCES accounts (id),
  id bigint NOT NULL,
  name character varying NOT NULL,
  reports_count integer NOT NULL DEFAULT 0,
  PRIMARY KEY (account_id, id)
);

CREATE TABLE researchers (
  account_id bigint NOT NULL REFERENCES accounts (id),
  id bigint NOT NULL,
  handle character varying NOT NULL,
  payout_iban character varying,
  PRIMARY KEY (account_id, id)
);
CREATE UNIQUE INDEX index_researchers_on_account_id_and_handle ON researchers (account_id, handle);

CREATE TABLE reports (
  account_id bigint NOT NULL,
  id bigint NOT NULL,
  program_id bigint NOT NULL,
  researcher_id bigint NOT NULL,
  title character varying NOT NULL,
  body text NOT NULL DEFAULT '',
  state character varying NOT NULL DEFAULT 'new',
  created_at timestamp(6) without time zone NOT NULL DEFAULT now(),
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, program_id) REFERENCES programs (account_id, id),
  FOREIGN KEY (account_id, researcher_id) REFERENCES researchers (account_id, id)
);

-- Comments belong to a report or a bounty.
CREATE TABLE comments (
  account_id bigint NOT NULL REFERENCES accounts (id),
  id bigint NOT NULL,
  commentable_type character varying NOT NULL,
  commentable_id bigint NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (account_id, id)
);

CREATE TABLE bounties (
  account_id bigint NOT NULL,
  id bigint NOT NULL,
  report_id bigint NOT NULL,
  cents integer NOT NULL,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, report_id) REFERENCES reports (account_id, id)
);

CREATE TABLE attachments (
  account_id bigint NOT NULL REFERENCES accounts (id),
  id bigint NOT NULL,
  filename character varying NOT NULL,
  checksum character varying NOT NULL,
  discarded_at timestamp(6) without time zone,
  PRIMARY KEY (account_id, id)
);

CREATE TABLE invitations (
  account_id bigint NOT NULL REFERENCES accounts (id),
  id bigint NOT NULL,
  email character varying NOT NULL,
  token character varying NOT NULL,
  expires_at timestamp(6) without time zone NOT NULL,
  PRIMARY KEY (account_id, id)
);

CREATE TABLE versions (
  account_id bigint NOT NULL REFERENCES accounts (id),
  id bigint NOT NULL,
  item_type character varying NOT NULL,
  item_id bigint NOT NULL,
  object jsonb,
  PRIMARY KEY (account_id, id)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['programs', 'researchers', 'reports', 'comments', 'bounties', 'attachments',
    'invitations', 'versions'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY account_isolation ON %I
      USING (account_id = NULLIF(current_setting('app.current_account_id', true), '')::bigint)
      WITH CHECK (account_id = NULLIF(current_setting('app.current_account_id', true), '')::bigint)$p$, t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO hf_redhunt_app', t);
  END LOOP;
END $$;
ALTER TABLE accounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE accounts FORCE ROW LEVEL SECURITY;
CREATE POLICY account_isolation ON accounts FOR SELECT
  USING (id = NULLIF(current_setting('app.current_account_id', true), '')::bigint);
GRANT SELECT ON accounts TO hf_redhunt_app;
