-- finds: policy_opens_by_value app.note
-- bad:
ALTER TABLE app.note ADD COLUMN about jsonb NOT NULL DEFAULT '{}';
CREATE POLICY announced ON app.note FOR SELECT USING (about ->> 'audience' = 'everybody');
-- good:
ALTER TABLE app.note ADD COLUMN about jsonb NOT NULL DEFAULT '{}';
CREATE POLICY announced ON app.note AS RESTRICTIVE FOR SELECT
  USING (about ->> 'audience' = 'everybody' OR about ->> 'audience' IS NULL);
