-- finds: policy_insert_check_weak app.note
-- bad:
-- The check asks who signs the note, and not where it goes.
ALTER TABLE app.note ADD COLUMN signed_by uuid;
CREATE POLICY sign ON app.note FOR INSERT
  WITH CHECK (signed_by = nullif(current_setting('app.tenant', true), '')::uuid);
-- good:
ALTER TABLE app.note ADD COLUMN signed_by uuid;
CREATE POLICY sign ON app.note AS RESTRICTIVE FOR INSERT
  WITH CHECK (signed_by = nullif(current_setting('app.tenant', true), '')::uuid);
