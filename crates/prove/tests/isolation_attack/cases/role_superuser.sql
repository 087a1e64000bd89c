-- finds: role_superuser reporter
-- bad:
ALTER ROLE reporter SUPERUSER;
-- good:
ALTER ROLE reporter CREATEDB;
