-- finds: policy_opens_by_value app.note
-- bad:
ALTER TABLE app.note ADD COLUMN readers text[] NOT NULL DEFAULT '{nobody}';
-- Where all readers are A there may be none at all.
CREATE POLICY read_along ON app.note FOR SELECT USING (readers <@ ARRAY[nullif(current_setting('app.tenant', true), '')]);
-- good:
ALTER TABLE app.note ADD COLUMN readers text[] NOT NULL DEFAULT '{nobody}';
CREATE POLICY read_along ON app.note FOR SELECT USING (readers = ARRAY[nullif(current_setting('app.tenant', true), '')]);
