-- Chat widgets for websites. The session carries an agent, who may work for several accounts.
CREATE ROLE hf_chatnook_app LOGIN;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE TABLE users (
  id bigint PRIMARY KEY,
  name text NOT NULL
);
CREATE TABLE accounts (
  id bigint PRIMARY KEY,
  name text NOT NULL
);
CREATE TABLE account_users (
  account_id bigint NOT NULL REFERENCES accounts (id),
  user_id bigint NOT NULL REFERENCES users (id),
  role text NOT NULL DEFAULT 'agent' CHECK (role IN ('agent', 'administrator')),
  PRIMARY KEY (account_id, user_id)
);
CREATE TABLE inboxes (
  account_id bigint NOT NULL REFERENCES accounts (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  website_token text NOT NULL DEFAULT gen_random_uuid()::text,
  PRIMARY KEY (account_id, id)
);
CREATE TABLE contacts (
  account_id bigint NOT NULL REFERENCES accounts (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  email text,
  PRIMARY KEY (account_id, id)
);
CREATE TABLE conversations (
  account_id bigint NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  inbox_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  unread boolean NOT NULL DEFAULT true,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, inbox_id) REFERENCES inboxes (account_id, id) ON DELETE CASCADE,
  FOREIGN KEY (account_id, contact_id) REFERENCES contacts (account_id, id) ON DELETE CASCADE
);
CREATE TABLE messages (
  account_id bigint NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  conversation_id uuid NOT NULL,
  content text NOT NULL,
  private boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, conversation_id) REFERENCES conversations (account_id, id) ON DELETE CASCADE
);
-- Uploaded first, put on a message when it is sent.
CREATE TABLE attachments (
  account_id bigint NOT NULL REFERENCES accounts (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  message_id uuid,
  file_name text NOT NULL,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, message_id) REFERENCES messages (account_id, id)
);
CREATE TABLE saved_filters (
  account_id bigint NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  user_id bigint NOT NULL,
  name text NOT NULL,
  query jsonb NOT NULL DEFAULT '{}',
  shared boolean NOT NULL DEFAULT false,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, user_id) REFERENCES account_users (account_id, user_id) ON DELETE CASCADE
);

CREATE FUNCTION current_user_id() RETURNS bigint LANGUAGE sql STABLE
AS $$ SELECT nullif(current_setting('app.user_id', true), '')::bigint $$;
CREATE FUNCTION my_accounts() RETURNS SETOF bigint LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp
AS $$ SELECT account_id FROM account_users WHERE user_id = current_user_id() $$;
CREATE FUNCTION administers(p_account bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM account_users
    WHERE account_id = p_account AND user_id = current_user_id() AND role = 'administrator')
$$;
GRANT EXECUTE ON FUNCTION current_user_id(), my_accounts(), administers(bigint) TO hf_chatnook_app;

GRANT SELECT ON users, accounts, account_users TO hf_chatnook_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON inboxes, contacts, conversations, messages, attachments, saved_filters
  TO hf_chatnook_app;

ALTER TABLE users ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY users_of_accounts ON users FOR SELECT
  USING (id = current_user_id() OR id IN (
    SELECT au.user_id FROM account_users au WHERE au.account_id IN (SELECT my_accounts())));
ALTER TABLE accounts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY accounts_mine ON accounts FOR SELECT USING (id IN (SELECT my_accounts()));
ALTER TABLE account_users ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY account_users_read ON account_users FOR SELECT USING (account_id IN (SELECT my_accounts()));
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['contacts', 'conversations', 'messages', 'attachments'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I USING (account_id IN (SELECT my_accounts()))',
      t || '_account', t);
  END LOOP;
END $$;
ALTER TABLE inboxes ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY inboxes_read ON inboxes FOR SELECT USING (account_id IN (SELECT my_accounts()));
CREATE POLICY inboxes_manage ON inboxes USING (administers(account_id));
ALTER TABLE saved_filters ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY saved_filters_read ON saved_filters FOR SELECT
  USING (account_id IN (SELECT my_accounts()) AND (user_id = current_user_id() OR shared));
CREATE POLICY saved_filters_own ON saved_filters
  USING (account_id IN (SELECT my_accounts()) AND user_id = current_user_id());
