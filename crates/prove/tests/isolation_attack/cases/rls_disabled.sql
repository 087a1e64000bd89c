-- finds: rls_disabled app.note
-- bad:
ALTER TABLE app.note DISABLE ROW LEVEL SECURITY;
-- good:
-- Switched on, and nobody let in: an outage at worst.
DROP POLICY fence ON app.note;
