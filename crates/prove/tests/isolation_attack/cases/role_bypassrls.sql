-- finds: role_bypassrls app_user
-- bad:
ALTER ROLE app_user BYPASSRLS;
-- good:
CREATE ROLE auditor BYPASSRLS;
