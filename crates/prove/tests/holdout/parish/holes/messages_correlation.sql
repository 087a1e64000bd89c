-- The bare column name in the subquery means the column of memberships: any member of any church passes.
-- about: group_messages
-- as: hf_parish_app
-- exploit: SET app.user_id = 'aaaaaaaa-0000-4000-8000-00000000000c';
-- exploit: SELECT body FROM church.group_messages;
-- shows: Road-secret message
CREATE TABLE church.group_messages (
  church_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  author uuid NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (church_id, id),
  FOREIGN KEY (church_id, author) REFERENCES church.memberships (church_id, user_id) ON DELETE CASCADE
);
ALTER TABLE church.group_messages ENABLE ROW LEVEL SECURITY;
ALTER TABLE church.group_messages FORCE ROW LEVEL SECURITY;
CREATE POLICY members ON church.group_messages USING (EXISTS (
  SELECT 1 FROM church.memberships m WHERE m.user_id = church.me() AND m.church_id = church_id));
GRANT SELECT, INSERT, UPDATE, DELETE ON church.group_messages TO hf_parish_app;
