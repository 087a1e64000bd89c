-- Tenant A reads every archived board: the archive policy names no organisation.
-- about: boards
-- as: ho_boards_app
-- exploit: SET app.org = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SET app.org = 'bbbbbbbb-0000-4000-8000-000000000000';
-- exploit: UPDATE app.boards SET archived_at = now();
-- exploit: SET app.org = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT title FROM app.boards;
-- shows: BB-secret
CREATE POLICY archived ON app.boards FOR SELECT USING (archived_at IS NOT NULL);
