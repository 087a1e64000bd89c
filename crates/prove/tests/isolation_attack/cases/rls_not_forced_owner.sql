-- finds: rls_not_forced_owner app.note
-- roles: keeper
-- bad:
ALTER TABLE app.tenant OWNER TO CURRENT_USER;
ALTER TABLE app.note NO FORCE ROW LEVEL SECURITY;
-- good:
-- Another role owns the table; what was the owner is bound like everybody.
CREATE ROLE warden;
ALTER TABLE app.note OWNER TO warden;
ALTER TABLE app.tenant OWNER TO warden;
GRANT SELECT, INSERT, UPDATE, DELETE ON app.note TO keeper;
