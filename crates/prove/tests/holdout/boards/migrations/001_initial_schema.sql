-- A project board on two levels: the organisation is the tenant, workspaces narrow it.

CREATE ROLE ho_boards_app LOGIN;
CREATE SCHEMA app;

CREATE TABLE app.plans (code text PRIMARY KEY, seats integer NOT NULL);
CREATE TABLE app.feature_flags (flag text PRIMARY KEY, enabled boolean NOT NULL DEFAULT false);

CREATE TABLE app.organisations (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  plan text REFERENCES app.plans
);

CREATE TABLE app.flag_overrides (
  org_id uuid NOT NULL REFERENCES app.organisations,
  flag text NOT NULL REFERENCES app.feature_flags,
  enabled boolean NOT NULL,
  PRIMARY KEY (org_id, flag)
);

CREATE TABLE app.workspaces (
  org_id uuid NOT NULL REFERENCES app.organisations,
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  UNIQUE (org_id, id)
);

CREATE TABLE app.boards (
  org_id uuid NOT NULL,
  workspace_id uuid NOT NULL,
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  title text NOT NULL,
  archived_at timestamptz,
  UNIQUE (org_id, id),
  FOREIGN KEY (org_id, workspace_id) REFERENCES app.workspaces (org_id, id) ON DELETE CASCADE
);

CREATE TABLE app.cards (
  org_id uuid NOT NULL,
  board_id uuid NOT NULL,
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  parent_id uuid,
  title text NOT NULL,
  position integer NOT NULL DEFAULT 0,
  words tsvector GENERATED ALWAYS AS (to_tsvector('english', title)) STORED,
  UNIQUE (org_id, id),
  FOREIGN KEY (org_id, board_id) REFERENCES app.boards (org_id, id) ON DELETE CASCADE,
  FOREIGN KEY (org_id, parent_id) REFERENCES app.cards (org_id, id) ON DELETE CASCADE
);
CREATE INDEX cards_words ON app.cards USING gin (words);

CREATE TABLE app.checklists (
  card_id uuid NOT NULL REFERENCES app.cards ON DELETE CASCADE,
  item_no integer NOT NULL,
  label text NOT NULL,
  done boolean NOT NULL DEFAULT false,
  PRIMARY KEY (card_id, item_no)
);

CREATE TABLE app.activity (
  org_id uuid NOT NULL REFERENCES app.organisations,
  at timestamptz NOT NULL DEFAULT now(),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  verb text NOT NULL,
  card_id uuid,
  PRIMARY KEY (org_id, at, id)
) PARTITION BY RANGE (at);
CREATE TABLE app.activity_2026 PARTITION OF app.activity FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE app.activity_rest PARTITION OF app.activity DEFAULT;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['flag_overrides', 'workspaces', 'boards', 'cards', 'activity'] LOOP
    EXECUTE format('ALTER TABLE app.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
    EXECUTE format($p$CREATE POLICY org ON app.%I
      USING (org_id = nullif(current_setting('app.org', true), '')::uuid)$p$, name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON app.%I TO ho_boards_app', name);
  END LOOP;
END $$;
-- A session may narrow itself to one workspace.
CREATE POLICY workspace ON app.boards AS RESTRICTIVE
  USING (nullif(current_setting('app.workspace', true), '') IS NULL
         OR workspace_id = current_setting('app.workspace', true)::uuid);

ALTER TABLE app.organisations ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON app.organisations USING (id = nullif(current_setting('app.org', true), '')::uuid);
ALTER TABLE app.checklists ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY by_card ON app.checklists
  USING (EXISTS (SELECT FROM app.cards c WHERE c.id = checklists.card_id));

GRANT USAGE ON SCHEMA app TO ho_boards_app;
GRANT SELECT ON app.plans, app.feature_flags, app.organisations TO ho_boards_app;
GRANT UPDATE (name) ON app.organisations TO ho_boards_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON app.checklists TO ho_boards_app;
