-- A user asks to join any team and is in at once, because the look-up of his teams does not ask for the new
-- status.
-- about: team_users, my_teams, team_users_request, status
-- as: hf_questionnaires_app
-- exploit: SET app.user_id = '101';
-- exploit: INSERT INTO survey.team_users (team_id, user_id, role)
-- exploit: VALUES ('b0000000-0000-4000-8000-00000000000b', 101, 'writer');
-- exploit: SELECT prompt FROM survey.questions;
-- shows: Road-secret question
-- Users ask to join; an admin turns the request into a membership.
ALTER TABLE survey.team_users ADD COLUMN status text NOT NULL DEFAULT 'requested'
  CHECK (status IN ('requested', 'active'));
UPDATE survey.team_users SET status = 'active';
CREATE POLICY team_users_request ON survey.team_users FOR INSERT
  WITH CHECK (user_id = survey.current_user_id() AND status = 'requested' AND role = 'writer');
CREATE POLICY team_users_confirm ON survey.team_users FOR UPDATE
  USING (team_id IN (SELECT survey.my_teams('{admin}')));
GRANT INSERT, UPDATE (status) ON survey.team_users TO hf_questionnaires_app;
