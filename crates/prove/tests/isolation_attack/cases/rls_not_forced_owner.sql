-- finds: rls_not_forced_owner app.note
-- roles: keeper
-- bad:
ALTER TABLE app.note NO FORCE ROW LEVEL SECURITY;
-- good:
SELECT 1;
