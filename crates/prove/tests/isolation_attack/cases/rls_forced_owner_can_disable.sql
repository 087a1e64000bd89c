-- finds: rls_forced_owner_can_disable app.note
-- roles: keeper
-- bad:
ALTER TABLE app.tenant OWNER TO CURRENT_USER;
-- good:
CREATE ROLE warden;
ALTER TABLE app.note OWNER TO warden;
ALTER TABLE app.tenant OWNER TO warden;
GRANT SELECT, INSERT, UPDATE, DELETE ON app.note TO keeper;
