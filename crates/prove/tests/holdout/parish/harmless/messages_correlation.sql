-- harmless: the subquery names the column of the message, so only members of its church pass.
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
  SELECT 1 FROM church.memberships m
  WHERE m.user_id = church.me() AND m.church_id = group_messages.church_id));
GRANT SELECT, INSERT, UPDATE, DELETE ON church.group_messages TO hf_parish_app;
