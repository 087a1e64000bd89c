-- Foundations number their own grants, reports and payments: two of them may use the same id.
CREATE ROLE hf_fundbridge_app LOGIN;

CREATE FUNCTION current_foundation() RETURNS integer LANGUAGE sql STABLE
  AS $$ SELECT nullif(current_setting('app.foundation_id', true), '')::integer $$;

CREATE TABLE currencies (
  code char(3) PRIMARY KEY,
  title varchar(80) NOT NULL
);

CREATE TABLE foundations (
  id integer PRIMARY KEY,
  title varchar(255) NOT NULL
);

CREATE TABLE users (
  foundation_id integer NOT NULL REFERENCES foundations (id),
  id bigint NOT NULL,
  email varchar(255) NOT NULL,
  PRIMARY KEY (foundation_id, id),
  CONSTRAINT index_users_on_email UNIQUE (foundation_id, email)
);

CREATE TABLE grants (
  foundation_id integer NOT NULL REFERENCES foundations (id),
  id bigint NOT NULL,
  purpose varchar(255) NOT NULL,
  reports_count integer NOT NULL DEFAULT 0,
  PRIMARY KEY (foundation_id, id)
);

CREATE TABLE reports (
  foundation_id integer NOT NULL,
  id bigint NOT NULL,
  grant_id bigint NOT NULL,
  title varchar(255) NOT NULL,
  body text NOT NULL DEFAULT '',
  discarded_at timestamp,
  PRIMARY KEY (foundation_id, id),
  FOREIGN KEY (foundation_id, grant_id) REFERENCES grants (foundation_id, id) ON DELETE CASCADE
);

CREATE TABLE payments (
  foundation_id integer NOT NULL,
  id bigint NOT NULL,
  grant_id bigint NOT NULL,
  quarter char(6) NOT NULL,
  cents bigint NOT NULL CHECK (cents > 0),
  currency char(3) NOT NULL REFERENCES currencies (code),
  PRIMARY KEY (foundation_id, id),
  FOREIGN KEY (foundation_id, grant_id) REFERENCES grants (foundation_id, id)
);

CREATE TABLE milestones (
  foundation_id integer NOT NULL,
  grant_id bigint NOT NULL,
  position integer NOT NULL,
  title varchar(255) NOT NULL,
  PRIMARY KEY (foundation_id, grant_id, position),
  FOREIGN KEY (foundation_id, grant_id) REFERENCES grants (foundation_id, id) ON DELETE CASCADE
);

-- Old states of other rows: item_type and item_id say of which.
CREATE TABLE versions (
  foundation_id integer NOT NULL REFERENCES foundations (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  item_type varchar(80) NOT NULL,
  item_id bigint NOT NULL,
  object jsonb NOT NULL,
  PRIMARY KEY (foundation_id, id)
);

-- Reports that several foundations read together. Without partners it is for the foundation alone.
CREATE TABLE joint_reports (
  foundation_id integer NOT NULL REFERENCES foundations (id),
  id bigint NOT NULL,
  title varchar(255) NOT NULL,
  partner_ids integer[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (foundation_id, id)
);

CREATE TABLE notifications (
  foundation_id integer NOT NULL,
  id bigint NOT NULL,
  user_id bigint NOT NULL,
  message text NOT NULL,
  PRIMARY KEY (foundation_id, id),
  FOREIGN KEY (foundation_id, user_id) REFERENCES users (foundation_id, id) ON DELETE CASCADE
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['users', 'grants', 'reports', 'payments', 'milestones', 'versions',
  'joint_reports',
    'notifications'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY foundation_rows ON %I USING (foundation_id = current_foundation())
      WITH CHECK (foundation_id = current_foundation())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO hf_fundbridge_app', t);
  END LOOP;
END $$;
CREATE POLICY partners_read ON joint_reports FOR SELECT USING (current_foundation() = ANY (partner_ids));
ALTER TABLE foundations ENABLE ROW LEVEL SECURITY;
ALTER TABLE foundations FORCE ROW LEVEL SECURITY;
CREATE POLICY foundation_rows ON foundations FOR SELECT USING (id = current_foundation());
GRANT SELECT ON foundations, currencies TO hf_fundbridge_app;
