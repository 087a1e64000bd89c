-- Tenant A empties the notes of all tenants with one TRUNCATE.
-- about: notes
-- as: ho_crm_app
-- exploit: SET app.tenant_id = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: TRUNCATE notes;
-- shows: TRUNCATE TABLE
GRANT ALL ON notes TO ho_crm_app;
