-- finds: policy_insert_check_weak app.tenant
-- bad:
-- Nothing makes the id of a tenant unique: a second row for B is as good as the first.
ALTER TABLE app.note DROP CONSTRAINT note_tenant_id_fkey;
ALTER TABLE app.tenant DROP CONSTRAINT tenant_pkey;
CREATE POLICY sign_up ON app.tenant FOR INSERT WITH CHECK (true);
GRANT INSERT ON app.tenant TO app_user;
-- good:
-- Whoever signs up makes a new tenant and touches no other.
CREATE POLICY sign_up ON app.tenant FOR INSERT WITH CHECK (name <> '');
GRANT INSERT ON app.tenant TO app_user;
