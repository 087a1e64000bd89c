-- Tenant A reads the boards of any workspace it names, because the workspace policy is permissive now.
-- about: boards
-- as: ho_boards_app
-- exploit: SET app.org = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SET app.workspace = 'bbbbbbbb-0000-4000-8000-000000000001';
-- exploit: SELECT title FROM app.boards;
-- shows: BB-secret
DROP POLICY workspace ON app.boards;
CREATE POLICY workspace ON app.boards FOR SELECT
  USING (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
