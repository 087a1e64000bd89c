-- finds: policy_opens_by_value app.note
-- bad:
-- What is retired counts as nobody's, and no note that was made is retired.
ALTER TABLE app.note ADD COLUMN stage text NOT NULL DEFAULT 'fresh';
CREATE POLICY sweep ON app.note FOR DELETE USING (stage = ANY ('{retired,void}'));
-- good:
-- The stage narrows what may be removed.
ALTER TABLE app.note ADD COLUMN stage text NOT NULL DEFAULT 'fresh';
CREATE POLICY sweep ON app.note AS RESTRICTIVE FOR DELETE USING (stage = ANY ('{retired,void}'));
