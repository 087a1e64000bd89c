-- finds: role_set_role_reach auditor
-- bad:
CREATE ROLE auditor BYPASSRLS;
GRANT USAGE ON SCHEMA app TO auditor;
GRANT SELECT ON app.note TO auditor;
ALTER ROLE app_user NOINHERIT;
GRANT auditor TO app_user;
-- good:
CREATE ROLE auditor BYPASSRLS;
GRANT USAGE ON SCHEMA app TO auditor;
GRANT SELECT ON app.note TO auditor;
