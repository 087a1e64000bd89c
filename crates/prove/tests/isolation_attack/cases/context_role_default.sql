-- finds: context_role_default app.tenant of app_user
-- bad:
ALTER ROLE app_user SET app.tenant = '22222222-2222-4222-8222-222222222222';
-- good:
ALTER ROLE app_user SET app.tenant = '';
