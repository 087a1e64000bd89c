-- finds: policy_opens_by_value app.note
-- bad:
-- A tenant may call itself a supervisor, and supervisors see every note.
ALTER TABLE app.tenant ADD COLUMN supervises boolean NOT NULL DEFAULT false;
CREATE POLICY rename ON app.tenant FOR UPDATE
  USING (id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT UPDATE (name, supervises) ON app.tenant TO app_user;
CREATE POLICY supervised ON app.note FOR SELECT
  USING (EXISTS (SELECT FROM app.tenant t WHERE t.supervises));
-- good:
-- The same policy, but nobody who logs in sets the column.
ALTER TABLE app.tenant ADD COLUMN supervises boolean NOT NULL DEFAULT false;
CREATE POLICY rename ON app.tenant FOR UPDATE
  USING (id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT UPDATE (name) ON app.tenant TO app_user;
CREATE POLICY supervised ON app.note FOR SELECT
  USING (EXISTS (SELECT FROM app.tenant t WHERE t.supervises));
