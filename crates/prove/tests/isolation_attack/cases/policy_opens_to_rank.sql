-- finds: policy_opens_by_value app.note
-- bad:
-- The tenant's plan can be read and not changed.
ALTER TABLE app.tenant ADD COLUMN plan text NOT NULL DEFAULT 'small' CHECK (plan IN ('small', 'large'));
CREATE POLICY large ON app.note FOR SELECT USING (EXISTS (
  SELECT FROM app.tenant AS t WHERE t.plan = 'large' AND t.id::text = current_setting('app.tenant', true)));
-- good:
-- The tenant's plan can be read and not changed.
ALTER TABLE app.tenant ADD COLUMN plan text NOT NULL DEFAULT 'small' CHECK (plan IN ('small', 'large'));
CREATE POLICY large ON app.note FOR SELECT USING (EXISTS (
  SELECT FROM app.tenant AS t WHERE t.plan = 'large' AND t.id = note.tenant_id
    AND t.id::text = current_setting('app.tenant', true)));
