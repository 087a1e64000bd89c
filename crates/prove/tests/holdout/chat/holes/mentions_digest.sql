-- A user reads a digest of all teams' messages in a view of the newsletter.
-- about: digest
-- as: ho_chat_app
-- exploit: SET chat.user_id = '1';
-- exploit: SELECT body FROM chat.digest;
-- shows: mb-secret
CREATE VIEW chat.digest AS
  SELECT t.name, m.body FROM chat.teams t JOIN chat.messages m ON m.team_id = t.id WHERE m.deleted_at IS NULL;
GRANT SELECT ON chat.digest TO PUBLIC;
