-- Bugs by account. Names follow the framework; every table repeats the account in its key.
CREATE ROLE hf_bugtracker_app LOGIN;

CREATE TABLE severities (
  code text PRIMARY KEY,
  rank int NOT NULL
);
INSERT INTO severities VALUES ('low', 1), ('normal', 2), ('high', 3), ('blocker', 4);
CREATE TABLE accounts (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE users (
  account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  email text NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (account_id, id),
  CONSTRAINT index_users_on_account_id_and_email UNIQUE (account_id, email)
);
CREATE TABLE projects (
  account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  key text NOT NULL,
  name text NOT NULL,
  bugs_count int NOT NULL DEFAULT 0,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, key)
);
CREATE TABLE bugs (
  account_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  project_id uuid NOT NULL,
  reporter_id uuid,
  severity text NOT NULL DEFAULT 'normal' REFERENCES severities,
  title text NOT NULL,
  description text,
  closed_at timestamptz,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, project_id) REFERENCES projects ON DELETE CASCADE,
  FOREIGN KEY (account_id, reporter_id) REFERENCES users
);
CREATE TABLE bug_comments (
  account_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  bug_id uuid NOT NULL,
  user_id uuid,
  body text NOT NULL,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, bug_id) REFERENCES bugs ON DELETE CASCADE
);
CREATE TABLE attachments (
  account_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  bug_id uuid NOT NULL,
  filename text NOT NULL,
  blob_key text NOT NULL,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, bug_id) REFERENCES bugs ON DELETE CASCADE
);
CREATE TABLE notifications (
  account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  user_id uuid,
  message text NOT NULL,
  read_at timestamptz,
  PRIMARY KEY (account_id, id)
);
CREATE TABLE api_keys (
  account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  label text NOT NULL,
  token_prefix text NOT NULL,
  token_digest bytea NOT NULL,
  PRIMARY KEY (account_id, id)
);
CREATE TABLE webhooks (
  account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  url text NOT NULL,
  signing_secret text NOT NULL,
  PRIMARY KEY (account_id, id)
);

CREATE FUNCTION current_account_id() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('app.current_account_id', true), '')::uuid
$$;

ALTER TABLE accounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE accounts FORCE ROW LEVEL SECURITY;
CREATE POLICY accounts_tenant ON accounts
  USING (id = current_account_id())
  WITH CHECK (id = current_account_id());
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
ALTER TABLE users FORCE ROW LEVEL SECURITY;
CREATE POLICY users_tenant ON users
  USING (account_id = current_account_id())
  WITH CHECK (account_id = current_account_id());
ALTER TABLE projects ENABLE ROW LEVEL SECURITY;
ALTER TABLE projects FORCE ROW LEVEL SECURITY;
CREATE POLICY projects_tenant ON projects
  USING (account_id = current_account_id())
  WITH CHECK (account_id = current_account_id());
ALTER TABLE bugs ENABLE ROW LEVEL SECURITY;
ALTER TABLE bugs FORCE ROW LEVEL SECURITY;
CREATE POLICY bugs_tenant ON bugs
  USING (account_id = current_account_id())
  WITH CHECK (account_id = current_account_id());
ALTER TABLE bug_comments ENABLE ROW LEVEL SECURITY;
ALTER TABLE bug_comments FORCE ROW LEVEL SECURITY;
CREATE POLICY bug_comments_tenant ON bug_comments
  USING (account_id = current_account_id())
  WITH CHECK (account_id = current_account_id());
ALTER TABLE attachments ENABLE ROW LEVEL SECURITY;
ALTER TABLE attachments FORCE ROW LEVEL SECURITY;
CREATE POLICY attachments_tenant ON attachments
  USING (account_id = current_account_id())
  WITH CHECK (account_id = current_account_id());
ALTER TABLE notifications ENABLE ROW LEVEL SECURITY;
ALTER TABLE notifications FORCE ROW LEVEL SECURITY;
CREATE POLICY notifications_tenant ON notifications
  USING (account_id = current_account_id())
  WITH CHECK (account_id = current_account_id());
ALTER TABLE api_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY api_keys_tenant ON api_keys
  USING (account_id = current_account_id())
  WITH CHECK (account_id = current_account_id());
ALTER TABLE webhooks ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhooks FORCE ROW LEVEL SECURITY;
CREATE POLICY webhooks_tenant ON webhooks
  USING (account_id = current_account_id())
  WITH CHECK (account_id = current_account_id());

-- The counter cache of a project; the rights are the caller's.
CREATE FUNCTION count_bugs() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE projects SET bugs_count = bugs_count + 1
  WHERE account_id = NEW.account_id AND id = NEW.project_id;
  RETURN NULL;
END $$;
CREATE TRIGGER count_bugs AFTER INSERT ON bugs FOR EACH ROW EXECUTE FUNCTION count_bugs();

GRANT SELECT ON severities, accounts TO hf_bugtracker_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON users, projects, bugs, bug_comments, attachments, notifications,
  api_keys, webhooks TO hf_bugtracker_app;
