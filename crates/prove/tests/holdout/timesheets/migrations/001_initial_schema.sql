-- Time entries on projects of clients, by workspace. Columns keep the spelling of the entities.
CREATE ROLE hf_timesheets_app LOGIN;

CREATE TABLE account (
  id text PRIMARY KEY,
  email text NOT NULL UNIQUE
);
CREATE TABLE workspace (
  id text PRIMARY KEY,
  name text NOT NULL,
  currency char(3) NOT NULL DEFAULT 'EUR'
);
CREATE TABLE workspace_member (
  "workspaceId" text NOT NULL REFERENCES workspace ON DELETE CASCADE,
  "userId" text NOT NULL REFERENCES account ON DELETE CASCADE,
  role text NOT NULL DEFAULT 'member' CHECK (role IN ('owner', 'manager', 'member')),
  "weeklyHours" int NOT NULL DEFAULT 40,
  PRIMARY KEY ("workspaceId", "userId")
);
CREATE TABLE client (
  "workspaceId" text NOT NULL REFERENCES workspace ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  PRIMARY KEY ("workspaceId", id)
);
CREATE TABLE project (
  "workspaceId" text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  "clientId" uuid NOT NULL,
  name text NOT NULL,
  "hourlyRate" numeric(10, 2),
  PRIMARY KEY ("workspaceId", id),
  FOREIGN KEY ("workspaceId", "clientId") REFERENCES client ON DELETE CASCADE
);
CREATE TABLE task (
  "workspaceId" text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  "projectId" uuid NOT NULL,
  title text NOT NULL,
  PRIMARY KEY ("workspaceId", id),
  FOREIGN KEY ("workspaceId", "projectId") REFERENCES project ON DELETE CASCADE
);
CREATE TABLE time_entry (
  "workspaceId" text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  "projectId" uuid NOT NULL,
  "userId" text NOT NULL,
  day date NOT NULL DEFAULT current_date,
  minutes int NOT NULL CHECK (minutes > 0),
  description text NOT NULL DEFAULT '',
  approved boolean NOT NULL DEFAULT false,
  PRIMARY KEY ("workspaceId", id),
  FOREIGN KEY ("workspaceId", "projectId") REFERENCES project ON DELETE CASCADE
);
CREATE TABLE invoice (
  "workspaceId" text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  "clientId" uuid NOT NULL,
  number int NOT NULL DEFAULT 1,
  total numeric(12, 2) NOT NULL DEFAULT 0,
  memo text,
  PRIMARY KEY ("workspaceId", id),
  FOREIGN KEY ("workspaceId", "clientId") REFERENCES client ON DELETE CASCADE
);
-- A workspace may let another one see a single project.
CREATE TABLE project_share (
  "workspaceId" text NOT NULL,
  "projectId" uuid NOT NULL,
  "guestWorkspaceId" text NOT NULL,
  PRIMARY KEY ("workspaceId", "projectId", "guestWorkspaceId"),
  FOREIGN KEY ("workspaceId", "projectId") REFERENCES project ON DELETE CASCADE
);
CREATE TABLE api_key (
  "workspaceId" text NOT NULL REFERENCES workspace ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY ("workspaceId", id)
);

CREATE FUNCTION me() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('app.account_id', true), '')
$$;
CREATE FUNCTION role_in(ws text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  SELECT role FROM workspace_member WHERE "workspaceId" = ws AND "userId" = me()
$$;
-- Only the owner's side writes shares, so a share is proof of the owner's will.
CREATE FUNCTION is_guest(ws text, project uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT 1 FROM project_share s JOIN workspace_member m ON m."workspaceId" = s."guestWorkspaceId"
    WHERE s."workspaceId" = ws AND s."projectId" = project AND m."userId" = me()
  )
$$;

ALTER TABLE workspace ENABLE ROW LEVEL SECURITY;
ALTER TABLE workspace FORCE ROW LEVEL SECURITY;
ALTER TABLE workspace_member ENABLE ROW LEVEL SECURITY;
ALTER TABLE workspace_member FORCE ROW LEVEL SECURITY;
ALTER TABLE client ENABLE ROW LEVEL SECURITY;
ALTER TABLE client FORCE ROW LEVEL SECURITY;
ALTER TABLE project ENABLE ROW LEVEL SECURITY;
ALTER TABLE project FORCE ROW LEVEL SECURITY;
ALTER TABLE task ENABLE ROW LEVEL SECURITY;
ALTER TABLE task FORCE ROW LEVEL SECURITY;
ALTER TABLE time_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE time_entry FORCE ROW LEVEL SECURITY;
ALTER TABLE invoice ENABLE ROW LEVEL SECURITY;
ALTER TABLE invoice FORCE ROW LEVEL SECURITY;
ALTER TABLE project_share ENABLE ROW LEVEL SECURITY;
ALTER TABLE project_share FORCE ROW LEVEL SECURITY;
ALTER TABLE api_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_key FORCE ROW LEVEL SECURITY;
CREATE POLICY workspace_read ON workspace FOR SELECT USING (role_in(id) IS NOT NULL);
CREATE POLICY member_read ON workspace_member FOR SELECT USING (role_in("workspaceId") IS NOT NULL);
CREATE POLICY member_manage ON workspace_member FOR UPDATE USING (role_in("workspaceId") = 'owner');
CREATE POLICY client_all ON client USING (role_in("workspaceId") IS NOT NULL);
CREATE POLICY project_all ON project USING (role_in("workspaceId") IS NOT NULL);
CREATE POLICY project_guest ON project FOR SELECT USING (is_guest("workspaceId", id));
CREATE POLICY task_all ON task USING (role_in("workspaceId") IS NOT NULL);
CREATE POLICY entry_own ON time_entry USING (role_in("workspaceId") IS NOT NULL AND "userId" = me());
CREATE POLICY entry_manager ON time_entry USING (role_in("workspaceId") IN ('owner', 'manager'));
CREATE POLICY invoice_manager ON invoice USING (role_in("workspaceId") IN ('owner', 'manager'));
CREATE POLICY share_owner ON project_share USING (role_in("workspaceId") IN ('owner', 'manager'));
CREATE POLICY api_key_owner ON api_key USING (role_in("workspaceId") = 'owner');

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
GRANT EXECUTE ON FUNCTION me(), role_in(text), is_guest(text, uuid) TO hf_timesheets_app;
GRANT SELECT ON workspace TO hf_timesheets_app;
GRANT SELECT, UPDATE (role, "weeklyHours") ON workspace_member TO hf_timesheets_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON client, project, task, time_entry, invoice, project_share, api_key
  TO hf_timesheets_app;
